using Bot.Answers.Extraction.Passages;
using Bot.Search.Vectors;

namespace Bot.Evaluation.Reader;

/// <summary><c>reader-examples --data NEWSROOM --encodings FILE --out FILE</c>: the newsroom's questions with the sentences of their articles, and the encodings of both, for <c>train_reader.py</c>.</summary>
internal static class ReaderExamples
{
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var articles = await NewsroomArticle.ReadAsync(options.Data[0], cancellationToken);
        var examples = articles.Where(article => !article.IsKeptApart).SelectMany(article => article.Cases).Select(item => new AnswerExample(0, item, new ReadingCache(), meanings: null, clues: 0)).ToList();
        using var meanings = KeptMeanings.Open(options) ?? throw new InvalidOperationException("The reader is learned from what the sentence model says.");
        meanings.Prepare(examples.Select(example => (example.Asked, example.Passages)));
        await JsonLines.WriteAsync(options.Out, examples.Select(Line), cancellationToken);
        return 0;
    }

    private static object Line(AnswerExample example) => new
    {
        example.Item.Id,
        example.Asked,
        example.Item.Answerable,
        Gold = example.Item.GoldParagraphs,
        Passages = example.Sentences.Select(sentence => sentence.Passage),
        Texts = example.Sentences.Select(sentence => TextOf(example, sentence.Passage, sentence.Position)),
        Contexts = example.Sentences.Select(sentence => SentenceInContext.TextOf(example.Passages[sentence.Passage].Article, example.Passages[sentence.Passage].Paragraph.Number, sentence.Position)),
        Right = Enumerable.Range(0, example.Right.Length).Where(i => example.Right[i]),
    };

    private static string TextOf(AnswerExample example, int passage, int sentence)
    {
        var paragraph = example.Passages[passage].Paragraph;
        return paragraph.TextOf(paragraph.Sentences[sentence]);
    }
}
