using Bot.Answers.Generation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Answers.Tests.Generation;

public sealed class ModelOptionsTests
{
    [Theory]
    [InlineData("Model:Endpoint", "ftp://models.example")]
    [InlineData("Model:Name", "")]
    [InlineData("Model:Timeout", "00:00:00")]
    [InlineData("Model:Deadline", "00:00:01")]
    [InlineData("Model:Retries", "50")]
    [InlineData("Model:TokensPerQuestion", "5")]
    [InlineData("Model:InputPrice", "-1")]
    public void A_wrong_value_names_its_key(string key, string value)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read(("Model:Endpoint", "http://localhost:1/v1"), ("Model:Name", "m"), (key, value)));
        Assert.Contains(key, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_set_is_no_model() => Assert.False(Read().IsConfigured);

    [Fact]
    public void The_usual_variable_alone_is_enough()
    {
        var options = Read(("OPENAI_API_KEY", "sk-1"));
        Assert.True(options.IsConfigured);
        Assert.Equal("api.openai.com", options.Endpoint?.Host);
    }

    [Fact]
    public void The_usual_variable_is_not_sent_to_another_server() =>
        Assert.Null(Read(("OPENAI_API_KEY", "sk-1"), ("Model:Endpoint", "http://localhost:11434/v1"), ("Model:Name", "m")).ApiKey);

    private static ModelOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(setting => setting.Key).Select(key => KeyValuePair.Create(key.Key, (string?)key.Last().Value)))
            .Build();
        using var services = new ServiceCollection().AddLogging().AddModel(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<ModelOptions>>().Value;
    }
}
