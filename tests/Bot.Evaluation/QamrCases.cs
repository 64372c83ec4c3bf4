using System.Text.Json;

namespace Bot.Evaluation;

/// <summary>Questions of QAMR (Michael et al., 2018), each with the sentences of its document as the paragraphs to find the answer among.</summary>
internal static class QamrCases
{
    // Many of a sentence's some 38 questions are near copies of one another.
    private const int OfEachSentence = 1;

    // They share sentences with data that others are measured on.
    private static readonly HashSet<string> LeftOut = ["Wiki1k:wikipedia:15316", "Wiki1k:wikipedia:27692", "Wiki1k:wikipedia:3954", "Wiki1k:wikipedia:6700", "Wiki1k:wikipedia:5042951"];

    /// <param name="path"><c>qamr.jsonl</c>; <c>qamr-sentences.jsonl</c> lies beside it.</param>
    public static IEnumerable<LabelledAnswerCase> Read(string path)
    {
        var questions = Lines<Row>(path).Where(row => !LeftOut.Contains(row.Doc)).ToList();
        var others = Lines<Row>(Path.Combine(Path.GetDirectoryName(path)!, "qamr-sentences.jsonl"));
        var documents = questions.Concat(others).GroupBy(row => row.Doc).ToDictionary(rows => rows.Key, rows => rows.Select(row => row.Sentence).Distinct().ToList());
        var random = new Random(1);
        foreach (var sentence in questions.GroupBy(row => (row.Doc, row.Sentence)))
        {
            var document = documents[sentence.Key.Doc];
            foreach (var row in sentence.OrderBy(_ => random.Next()).Take(OfEachSentence))
            {
                yield return new LabelledAnswerCase(
                    row.Id!, document, row.Question!, null, true, [document.IndexOf(row.Sentence)], [row.Answer!], row.Sentence, null, row.Doc);
            }
        }
    }

    private static IEnumerable<T> Lines<T>(string path) => File.ReadLines(path).Select(line => JsonSerializer.Deserialize<T>(line, JsonLines.Options)!);

    private sealed record Row(string? Id, string Doc, string Sentence, string? Question, string? Answer);
}
