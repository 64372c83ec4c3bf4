namespace Bot.Search.Vectors;

/// <summary>What makes the vectors that articles are searched by: the bot's own sentence model, unless another embedding model is configured.</summary>
/// <param name="configured">Opens that other one; null for none.</param>
public sealed class VectorSource(SentenceModel model, Func<Embedder>? configured = null)
{
    private readonly Lazy<Embedder?> _embedder = new(() => configured?.Invoke() ?? (model.Encoder is { } encoder ? new Embedder(SentenceEncoder.Name, encoder) : null));

    /// <summary>True when the vectors are those of the bot's own sentence model.</summary>
    public bool IsOwn => configured is null;

    /// <summary>What the own model's vectors are stored under.</summary>
    public static string OwnModel { get; } = $"{SentenceEncoder.Name}/{SentenceEncoder.Dimensions}";

    /// <summary>Null where there is none.</summary>
    public Embedder? Embedder => _embedder.Value;

    /// <returns>Null when the search is to go by words alone.</returns>
    public async ValueTask<UnitVector?> QuestionAsync(string text, CancellationToken cancellationToken)
    {
        if (configured is null)
        {
            return model.Question(text)?.Vector;
        }

        return Embedder is { } embedder ? UnitVector.Of((await embedder.EmbedAsync([text], cancellationToken))[0].Span) : null;
    }
}
