using Bot.Answers.Extraction.Passages;
using Bot.Answers.Generation;
using Bot.Answers.Summaries;
using Bot.Articles;

namespace Bot.Answers;

/// <summary>Summarises with the model where there is one, with the article's own sentences where there is none.</summary>
/// <param name="model">Null when none is configured.</param>
/// <param name="meanings">Null to go by words alone.</param>
public sealed class Summarizer(ModelSummarizer? model, SentenceMeanings? meanings = null)
{
    /// <param name="focus">A topic or a person; null for the whole article.</param>
    /// <param name="guild">Whose tokens are spent.</param>
    public async Task<Summary> SummarizeAsync(Article article, SummaryLength length, string? focus, GuildId guild, CancellationToken cancellationToken)
    {
        if (meanings is not null)
        {
            await meanings.LoadAsync(guild, article, cancellationToken);
        }

        var own = ExtractiveSummarizer.Summarize(article, length, focus, meanings);
        if (model is null)
        {
            return own;
        }

        var written = (await model.SummarizeAsync(article, length, focus, guild, cancellationToken)).Summary;
        return written.ModelFailed ? own with { ModelFailed = true } : written with { Bearing = own.Bearing };
    }
}
