using System.ClientModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Bot.Articles;
using Bot.Search.Vectors;

namespace Bot.Answers.Generation.Embeddings;

/// <summary>Has the embedding model make one vector, to find out whether it is of use.</summary>
public static class EmbeddingTrial
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="open">Opens the model.</param>
    /// <returns>How many dimensions its vectors have.</returns>
    /// <exception cref="OperatorException">It is of no use; the message names the setting to look at.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a server or a model does wrong, an operator is to read a sentence about it.")]
    public static async Task<int> RunAsync(Func<Embedder> open, ModelOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return (await open().EmbedAsync(["news"], cancellationToken).WaitAsync(Patience, cancellationToken))[0].Length;
        }
        catch (Exception exception) when (exception is not OperatorException && !cancellationToken.IsCancellationRequested)
        {
            throw new OperatorException(string.IsNullOrWhiteSpace(options.EmbeddingFolder) ? OfServer(exception) : OfFolder(exception), exception);
        }
    }

    private static string OfFolder(Exception exception) => exception is TimeoutException
        ? "The model in Model:EmbeddingFolder takes more than 10 seconds for one word; choose a smaller one."
        : "The model in Model:EmbeddingFolder makes no vectors; it must be one of the BERT kind, with the vocab.txt that belongs to it.";

    private static string OfServer(Exception exception) => exception switch
    {
        TimeoutException => "The server at Model:Endpoint makes no vector within 10 seconds; try another Model:EmbeddingName.",
        ClientResultException { Status: (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden } => "The server at Model:Endpoint does not accept Model:ApiKey.",
        ClientResultException { Status: (int)HttpStatusCode.NotFound } => "The server at Model:Endpoint knows no embedding model of the name in Model:EmbeddingName.",
        ClientResultException { Status: >= (int)HttpStatusCode.InternalServerError } => "The server at Model:Endpoint is failing.",
        ClientResultException { Status: > 0 } => "The server at Model:Endpoint rejects the request; check that Model:EmbeddingName is an embedding model.",
        HttpRequestException or IOException or ClientResultException or AggregateException => "The server at Model:Endpoint cannot be reached. Check the address and the network.",
        _ => "What stands at Model:Endpoint does not send embeddings; check Model:EmbeddingName and the address with its version.",
    };
}
