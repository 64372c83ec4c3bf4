namespace Bot.Configuration;

/// <summary>Section <c>Model</c>: any server with OpenAI's chat interface. Unset, the bot answers by quoting.</summary>
public sealed class ModelOptions
{
    public const string Section = "Model";

    public Uri? Endpoint { get; set; }

    public string? Name { get; set; }

    /// <summary>A secret.</summary>
    public string? ApiKey { get; set; }

    public string? EmbeddingName { get; set; }

    public bool IsConfigured => Name is not null;
}
