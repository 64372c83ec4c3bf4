using System.Runtime.CompilerServices;
using Bot.Articles;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace Bot.Search.Vectors;

/// <summary>The bot's sentence model with what it was asked lately; opened when it is first wanted. Safe for every thread.</summary>
/// <remarks>Where it cannot be opened that is said once, and everything goes by words alone.</remarks>
public sealed partial class SentenceModel(ILogger<SentenceModel> logger, string? folder = null) : IDisposable
{
    // A token takes 3 kB: some 30 MB of sentences read word by word, and of the questions asked lately.
    private const int MostTokens = 10_000;

    // 0.4 kB each: of articles that have no vectors in the record yet.
    private const int MostVectors = 20_000;

    // Work that waits for a thread, for each processor: answers would come later by more than they would be better.
    private const int MostWaiting = 8;

    private readonly MemoryCache _texts = new(new MemoryCacheOptions { SizeLimit = MostTokens });
    private readonly MemoryCache _vectors = new(new MemoryCacheOptions { SizeLimit = MostVectors });
    private readonly Lazy<SentenceEncoder?> _encoder = new(() => Open(logger, folder ?? SentenceEncoder.Folder));

    /// <summary>Null on a platform that it cannot run on.</summary>
    public SentenceEncoder? Encoder => _encoder.Value;

    /// <summary>Tells how many questions wait for their turn; null where none ever does.</summary>
    public Func<long>? Waiting { get; set; }

    /// <summary>False while there is more to do than processors to do it.</summary>
    private bool HasRoom => ThreadPool.PendingWorkItemCount <= MostWaiting * Environment.ProcessorCount && !(Waiting?.Invoke() > Environment.ProcessorCount);

    /// <summary>Opens it on another thread, for who will want it soon.</summary>
    public void Warm() => ThreadPool.UnsafeQueueUserWorkItem(static model => _ = model.Encoder, this, preferLocal: false);

    /// <returns>Null when the question is to be read by its words alone: there is no model, or too much to do.</returns>
    public EncodedText? Question(string text) => Read(new Asked(text), static (encoder, asked) => encoder.Question(asked.Text), HasRoom);

    /// <summary>A sentence word by word, for a question that was let in: half of them read would tell less than none.</summary>
    /// <returns>Null where there is no model.</returns>
    public EncodedText? Sentence(string text) => Read(text, static (encoder, text) => encoder.Sentence(text), mayEncode: true);

    /// <summary>Of a question and a sentence that this model encoded: how surely the one answers the other, in log-odds beside there being no answer.</summary>
    public float Answers(EncodedText question, EncodedText sentence) => Encoder?.Answers(question, sentence) ?? 0;

    /// <summary>A sentence that has no vector in the record.</summary>
    /// <param name="encode">False to look only whether it was encoded lately.</param>
    public UnitVector? Vector(string text, bool encode)
    {
        if (_vectors.TryGetValue(text, out StrongBox<UnitVector>? known))
        {
            return known!.Value;
        }

        if (!encode || !HasRoom || Encoder is not { } encoder)
        {
            return null;
        }

        var vector = encoder.SentenceVector(text);
        _vectors.Set(text, new StrongBox<UnitVector>(vector), new MemoryCacheEntryOptions { Size = 1 });
        return vector;
    }

    public void Dispose()
    {
        _texts.Dispose();
        _vectors.Dispose();
        if (_encoder.IsValueCreated)
        {
            _encoder.Value?.Dispose();
        }
    }

    private EncodedText? Read<TKey>(TKey key, Func<SentenceEncoder, TKey, EncodedText> read, bool mayEncode)
        where TKey : notnull
    {
        if (_texts.TryGetValue(key, out EncodedText? known))
        {
            return known;
        }

        if (!mayEncode || Encoder is not { } encoder)
        {
            return null;
        }

        var text = read(encoder, key);
        return _texts.Set(key, text, new MemoryCacheEntryOptions { Size = text.Tokens.Length + 1 });
    }

    private static SentenceEncoder? Open(ILogger logger, string folder)
    {
        try
        {
            return SentenceEncoder.Open(folder);
        }
        catch (OperatorException exception)
        {
            Log.Unavailable(logger, exception.Message);
            return null;
        }
    }

    private sealed record Asked(string Text);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
