using Bot.Answers.Generation;
using Bot.Answers.Summaries;
using Bot.Articles;

namespace Bot.Answers;

/// <summary>Summarises with the model where there is one, with the article's own sentences where there is none.</summary>
/// <param name="model">Null when none is configured.</param>
public sealed class Summarizer(ModelSummarizer? model)
{
    /// <param name="focus">A topic or a person; null for the whole article.</param>
    /// <param name="guild">Whose tokens are spent.</param>
    public async Task<Summary> SummarizeAsync(Article article, SummaryLength length, string? focus, GuildId guild, CancellationToken cancellationToken) =>
        model is null
            ? ExtractiveSummarizer.Summarize(article, length, focus)
            : (await model.SummarizeAsync(article, length, focus, guild, cancellationToken)).Summary;
}
