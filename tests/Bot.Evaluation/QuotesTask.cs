using System.Collections.Immutable;
using System.Text;
using Bot.Articles;
using Bot.Articles.Quotations;

namespace Bot.Evaluation;

/// <summary>Quotations and their speakers: {"id","text"} in, {"id","quotes":[…]} out, offsets in code points of the whole text.</summary>
internal static class QuotesTask
{
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var predictions = new List<Prediction>();
        var certainties = new int[3];
        var reading = TimeSpan.Zero;
        foreach (var data in options.Data)
        {
            await foreach (var document in JsonLines.ReadAsync<Case>(data, cancellationToken))
            {
                var (paragraphs, starts) = Split(document.Text);
                var before = Environment.CpuUsage.TotalTime;
                var read = QuotationReader.Read(paragraphs);
                reading += Environment.CpuUsage.TotalTime - before;
                var codePoints = new CodePoints(document.Text);
                predictions.Add(new Prediction(document.Id, [.. read.Quotations.Select(quotation => ToPrediction(quotation, starts, codePoints))]));
                foreach (var quotation in read.Quotations)
                {
                    certainties[(int)quotation.Certainty]++;
                }
            }
        }

        await JsonLines.WriteAsync(options.Out, predictions, cancellationToken);
        Console.WriteLine($"articles {predictions.Count}  quotations {certainties.Sum()}  sure {certainties[(int)Certainty.Sure]}  likely {certainties[(int)Certainty.Likely]}"
            + $"  unknown {certainties[(int)Certainty.Unknown]}  reading {reading.TotalMilliseconds:F0} ms of processor time");
        return 0;
    }

    private static PredictedQuote ToPrediction(Quotation quotation, List<int> starts, CodePoints codePoints)
    {
        var at = starts[quotation.Paragraph - 1];
        var speakers = quotation.Speakers;
        return new PredictedQuote(
            codePoints.At(at + quotation.Start),
            codePoints.At(at + quotation.End),
            speakers.IsEmpty ? null : string.Join("; ", speakers),
            speakers.Length > 1 ? [.. speakers] : null,
            quotation.Paragraph,
            quotation.Certainty.ToString().ToLowerInvariant());
    }

    /// <summary>Paragraphs are divided by a blank line.</summary>
    private static (ImmutableArray<Paragraph> Paragraphs, List<int> Starts) Split(string text)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var starts = new List<int>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            starts.Add(start);
            paragraphs.Add(new Paragraph(paragraphs.Count + 1, text[start..end], null, []));
            start = end + 2;
        }

        return (paragraphs.ToImmutable(), starts);
    }

    private sealed record Case(string Id, string Text);

    private sealed record Prediction(string Id, IReadOnlyList<PredictedQuote> Quotes);

    private sealed record PredictedQuote(int Start, int End, string? Speaker, IReadOnlyList<string>? Speakers, int Paragraph, string Certainty);

    /// <summary>UTF-16 offsets to code points; offsets must be asked for in ascending order to stay linear, which quotations are.</summary>
    private sealed class CodePoints(string text)
    {
        private int _units;
        private int _points;

        public int At(int unit)
        {
            if (unit < _units)
            {
                (_units, _points) = (0, 0);
            }

            while (_units < unit)
            {
                _units += Rune.TryGetRuneAt(text, _units, out var rune) ? rune.Utf16SequenceLength : 1;
                _points++;
            }

            return _points;
        }
    }
}
