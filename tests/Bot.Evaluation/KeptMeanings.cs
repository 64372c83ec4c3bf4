using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Bot.Answers.Extraction.Passages;
using Bot.Search.Vectors;

namespace Bot.Evaluation;

/// <summary>What the sentence model makes of texts, each encoded once and kept in a file: data sets are read many times.</summary>
internal sealed class KeptMeanings : ISentenceMeanings, IDisposable
{
    private const int Dimensions = SentenceEncoder.Dimensions;

    private readonly SentenceEncoder _encoder;
    private readonly FileStream? _file;
    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <param name="path">Null to keep nothing.</param>
    public KeptMeanings(SentenceEncoder encoder, string? path)
    {
        _encoder = encoder;
        if (path is not null)
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            ReadIndex(_file);
        }
    }

    /// <summary>Null where the program has no sentence model beside it.</summary>
    public static KeptMeanings? Open(EvaluationOptions options) =>
        options.WordsOnly ? null : new KeptMeanings(SentenceEncoder.Open(SentenceEncoder.Folder), options.Encodings);

    public EncodedText? Question(string question) => Get("q " + question);

    public UnitVector? VectorOf(EvidencePassage passage, int sentence) => Find(Key(passage, sentence)).Vector;

    public UnitVector? InContextOf(EvidencePassage passage, int sentence) => Find("s " + SentenceInContext.TextOf(passage.Article, passage.Paragraph.Number, sentence)).Vector;

    public EncodedText? Read(EvidencePassage passage, int sentence) => Get(Key(passage, sentence));

    public float Answers(EncodedText question, EncodedText sentence) => _encoder.Answers(question, sentence);

    public void Prepare(IEnumerable<EvidencePassage> likely, int most)
    {
        // Whatever is asked for is made.
    }

    /// <summary>Encodes what is not kept yet, on every processor.</summary>
    public void Prepare(IEnumerable<(string Question, IReadOnlyList<EvidencePassage> Passages)> cases) =>
        Parallel.ForEach(
            cases.SelectMany(c => c.Passages.SelectMany(p => p.Paragraph.Sentences.SelectMany((_, i) => new[] { Key(p, i), "s " + SentenceInContext.TextOf(p.Article, p.Paragraph.Number, i) })).Prepend("q " + c.Question)).Distinct().Where(key => !_entries.ContainsKey(key)),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            key => Find(key));

    public void Dispose()
    {
        _file?.Dispose();
        _encoder.Dispose();
    }

    private static string Key(EvidencePassage passage, int sentence) => "s " + passage.Paragraph.TextOf(passage.Paragraph.Sentences[sentence]);

    private EncodedText Get(string key)
    {
        var entry = Find(key);
        if (entry.Text is { } text)
        {
            return text;
        }

        var rows = new byte[entry.Tokens.Length * Dimensions * 4];
        RandomAccess.Read(_file!.SafeFileHandle, rows, entry.Offset);
        var numbers = new float[rows.Length / 2];
        TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(rows), numbers);
        return new EncodedText(entry.Vector, entry.Tokens, numbers.AsMemory(0, numbers.Length / 2), numbers.AsMemory(numbers.Length / 2));
    }

    private Entry Find(string key) => _entries.GetOrAdd(key, missing =>
    {
        var text = missing[0] == 'q' ? _encoder.Question(missing[2..]) : _encoder.Sentence(missing[2..]);
        return _file is null ? new Entry(text.Vector, text.Tokens, 0, text) : new Entry(text.Vector, text.Tokens, Write(_file, missing, text), null);
    });

    private long Write(FileStream file, string key, EncodedText text)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(key);
        writer.Write(text.Vector.Scale);
        writer.Write(MemoryMarshal.AsBytes(text.Vector.Components.Span));
        writer.Write(text.Tokens.Length);
        foreach (var token in text.Tokens)
        {
            writer.Write((ushort)token.Start);
            writer.Write((ushort)token.End);
        }

        var before = memory.Length;
        var halves = new Half[text.Early.Length * 2];
        TensorPrimitives.ConvertToHalf(text.Early.Span, halves);
        TensorPrimitives.ConvertToHalf(text.Late.Span, halves.AsSpan(text.Early.Length));
        writer.Write(MemoryMarshal.AsBytes(halves.AsSpan()));
        lock (_writing)
        {
            var start = file.Seek(0, SeekOrigin.End);
            memory.WriteTo(file);
            file.Flush();
            return start + before;
        }
    }

    private void ReadIndex(FileStream file)
    {
        using var reader = new BinaryReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
        while (file.Position < file.Length)
        {
            var key = reader.ReadString();
            var scale = reader.ReadSingle();
            var vector = new UnitVector(MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(Dimensions)).ToArray(), scale);
            var tokens = ImmutableArray.CreateBuilder<TokenSpan>(reader.ReadInt32());
            for (var i = 0; i < tokens.Capacity; i++)
            {
                tokens.Add(new TokenSpan(reader.ReadUInt16(), reader.ReadUInt16()));
            }

            _entries[key] = new Entry(vector, tokens.ToImmutable(), file.Position, null);
            file.Seek(tokens.Count * Dimensions * 4L, SeekOrigin.Current);
        }
    }

    private sealed record Entry(UnitVector Vector, ImmutableArray<TokenSpan> Tokens, long Offset, EncodedText? Text);
}
