using Bot.Articles;
using Microsoft.Extensions.Logging;

namespace Bot.Search.Vectors;

/// <summary>Gives every article that has none its vectors, a few at a time; so also all of them, when the model is another one than before.</summary>
public sealed partial class VectorKeeper(IArticleLibrary library, IPassageVectors vectors, VectorSource source, ILogger<VectorKeeper> logger)
{
    private const int ArticlesAtOnce = 8;

    private string? _model;
    private long _done;

    /// <summary>Returns when nothing is missing, or nothing can be made.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (source.Embedder is not { } embedder)
        {
            return;
        }

        // The model's dimensions are known from a vector.
        _model ??= embedder.ModelOf((await embedder.EmbedAsync(["news"], cancellationToken))[0].Length);
        while (await vectors.MissingAsync(_model, _done, ArticlesAtOnce, cancellationToken) is { IsEmpty: false } missing)
        {
            var articles = await library.GetManyAsync([.. missing.Select(entry => entry.Version)], cancellationToken);
            var blocks = new Dictionary<ArticleVersion, VectorBlock>();
            foreach (var (version, article) in articles)
            {
                blocks[version] = Quantised.Block(article, await embedder.EmbedAsync([.. Embedder.Texts(article, source.IsOwn)], cancellationToken));
            }

            if (blocks.Values.FirstOrDefault(block => block.Dimensions > 0 && embedder.ModelOf(block.Dimensions) != _model) is { } other)
            {
                // The server has changed its model under the same name: everything is asked for again.
                (_model, _done) = (embedder.ModelOf(other.Dimensions), 0);
                continue;
            }

            await vectors.PutAsync(_model, blocks, cancellationToken);
            _done = missing[^1].Key;
            Log.Embedded(logger, blocks.Count);
        }
    }

    /// <summary>Makes the vectors of one article that was just added; only by the bot's own model, which needs no server.</summary>
    public async Task MakeAsync(ArticleVersion version, Article article, CancellationToken cancellationToken)
    {
        if (source is { IsOwn: true, Embedder: { } embedder })
        {
            var block = Quantised.Block(article, await embedder.EmbedAsync([.. Embedder.Texts(article, inContext: true)], cancellationToken));
            await vectors.PutAsync(VectorSource.OwnModel, new Dictionary<ArticleVersion, VectorBlock> { [version] = block }, cancellationToken);
        }
    }

    /// <summary>Follows the library until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var state = await library.GetStateAsync(cancellationToken);
            await CatchUpAsync(cancellationToken);
            await library.WaitForChangeAsync(state.Sequence, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Vectors of {Articles} articles made")]
        public static partial void Embedded(ILogger logger, int articles);
    }
}
