using Microsoft.Extensions.Options;

namespace Bot.Answers.Generation;

/// <summary>Which model writes, and how much it may take. Nothing set: there is no model, and answers quote.</summary>
public sealed class ModelOptions
{
    public const string Section = "Model";

    private const string AzureHost = ".openai.azure.com";

    /// <summary>
    /// Any OpenAI-compatible server, with its version: <c>https://api.openai.com/v1</c>, <c>http://localhost:11434/v1</c>; or an Azure OpenAI resource, <c>https://NAME.openai.azure.com</c>.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>What the server calls the model (for Azure OpenAI the deployment).</summary>
    public string? Name { get; set; }

    /// <summary>Null for servers that want none; for Azure OpenAI then Entra ID signs in.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Of Azure OpenAI, <c>2024-10-21</c>; null for the newest that is known, or the <c>api-version</c> in <see cref="Endpoint"/>.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>What the server calls the model that makes vectors of texts; null for none.</summary>
    public string? EmbeddingName { get; set; }

    /// <summary>A folder with such a model on this machine instead: <c>model.onnx</c> and <c>vocab.txt</c>.</summary>
    public string? EmbeddingFolder { get; set; }

    /// <summary>Whether the model gives a second opinion on its own statements, which can only remove some.</summary>
    public bool Judge { get; set; }

    /// <summary>Whether the model may look further in the article by calling functions.</summary>
    public bool Tools { get; set; } = true;

    /// <summary>How many times it may do so for one question.</summary>
    public int MaxLookUps { get; set; } = 4;

    /// <summary>For one request to the server.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>For everything that one question asks of the model; then the extractive answer is given.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>After a fault that may pass: 408, 429, 5xx, a lost connection.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Before the first retry; it grows with each, with jitter.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Input and output together, for one question with its look-ups and repair.</summary>
    public int TokensPerQuestion { get; set; } = 40_000;

    /// <summary>For one guild in a day (UTC).</summary>
    public long TokensPerGuildPerDay { get; set; } = 1_000_000;

    /// <summary>For all guilds in a day (UTC).</summary>
    public long TokensPerDay { get; set; } = 5_000_000;

    /// <summary>Price of a million tokens that are sent, in the currency you count in; 0 when you do not count.</summary>
    public decimal InputPrice { get; set; }

    /// <summary>Price of a million tokens that are received.</summary>
    public decimal OutputPrice { get; set; }

    public bool HasEmbeddings => !string.IsNullOrWhiteSpace(EmbeddingName) || !string.IsNullOrWhiteSpace(EmbeddingFolder);

    /// <summary>The address of the Azure OpenAI resource; null for every other server, and for Azure's <c>/openai/v1</c>, which speaks like any other.</summary>
    internal string? AzureResource =>
        Endpoint is { IsAbsoluteUri: true } endpoint && endpoint.Host.EndsWith(AzureHost, StringComparison.OrdinalIgnoreCase) && !endpoint.AbsolutePath.StartsWith("/openai/v1", StringComparison.OrdinalIgnoreCase)
            ? endpoint.GetLeftPart(UriPartial.Authority)
            : null;

    internal string? AzureApiVersion => ApiVersion
        ?? Endpoint?.Query.TrimStart('?').Split('&').Select(part => part.Split('=')).FirstOrDefault(part => part is ["api-version", { Length: > 0 }])?[1];

    public bool IsConfigured => Endpoint is not null && !string.IsNullOrWhiteSpace(Name);
}

internal sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var faults = new List<string>();
        if (options.Endpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")))
        {
            faults.Add("Model:Endpoint must be an http or https address with its version, such as https://api.openai.com/v1.");
        }

        Require(options.Endpoint is null || !string.IsNullOrWhiteSpace(options.Name), "Model:Name must name the model that Model:Endpoint serves.");
        Require(options.Endpoint is not null || string.IsNullOrWhiteSpace(options.Name), "Model:Endpoint must be set when Model:Name is.");
        Require(options.Endpoint is not null || string.IsNullOrWhiteSpace(options.EmbeddingName), "Model:Endpoint must be set when Model:EmbeddingName is.");
        Require(
            string.IsNullOrWhiteSpace(options.EmbeddingName) || string.IsNullOrWhiteSpace(options.EmbeddingFolder), "Only one of Model:EmbeddingName and Model:EmbeddingFolder can be set.");
        Require(options.Timeout > TimeSpan.Zero && options.Timeout <= TimeSpan.FromMinutes(10), "Model:Timeout must be between 0 and 10 minutes.");
        Require(options.Deadline >= options.Timeout && options.Deadline <= TimeSpan.FromMinutes(14), "Model:Deadline must be at least Model:Timeout and at most 14 minutes.");
        Require(options.Retries is >= 0 and <= 5, "Model:Retries must be from 0 to 5.");
        Require(options.RetryDelay > TimeSpan.Zero && options.RetryDelay <= TimeSpan.FromSeconds(30), "Model:RetryDelay must be between 0 and 30 seconds.");
        Require(options.MaxLookUps is >= 0 and <= 10, "Model:MaxLookUps must be from 0 to 10.");
        Require(options.TokensPerQuestion >= 1_000, "Model:TokensPerQuestion must be at least 1000.");
        Require(options.TokensPerGuildPerDay >= 0, "Model:TokensPerGuildPerDay must not be negative.");
        Require(options.TokensPerDay >= 0, "Model:TokensPerDay must not be negative.");
        Require(options.InputPrice >= 0 && options.OutputPrice >= 0, "Model:InputPrice and Model:OutputPrice must not be negative.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Require(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }
}
