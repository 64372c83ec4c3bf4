using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bot.Testing.Models;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Bot.Answers.Tests.Generation;

/// <summary>The fake keeps to the protocol: what Semantic Kernel and a plain client read from it.</summary>
public sealed class FakeModelTests
{
    private const string Shown = """{"paragraph":4,"text":"The council of Dunmore approved a new harbour bridge on Tuesday."}""";

    [Fact]
    public async Task Streams_the_same_words_as_it_sends_at_once()
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion(FakeModel.ModelName, model.Endpoint, apiKey: null).Build();
        var service = kernel.GetRequiredService<IChatCompletionService>();
        var history = new ChatHistory();
        history.AddUserMessage(Shown);

        var atOnce = await service.GetChatMessageContentAsync(history, cancellationToken: TestContext.Current.CancellationToken);
        var parts = new List<string>();
        await foreach (var part in service.GetStreamingChatMessageContentsAsync(history, cancellationToken: TestContext.Current.CancellationToken))
        {
            parts.Add(part.Content ?? "");
        }

        Assert.InRange(parts.Count, 3, 100);
        Assert.Equal(atOnce.Content, string.Concat(parts));
        Assert.Contains("harbour bridge", atOnce.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_to_the_schema_that_a_draft_is_asked_for_in()
    {
        await using var bot = await ModelUnderTest.StartAsync();
        await bot.AskAsync("When was NATO formed?");
        var request = Assert.Single(bot.Model.Requests);
        var schema = request.Body["response_format"]!["json_schema"]!["schema"]!.AsObject();
        AssertFits(schema, JsonNode.Parse(FakeBehaviours.Honest(request).Content));
    }

    [Fact]
    public async Task Calls_a_function_and_reads_what_it_returned()
    {
        await using var model = await FakeModel.StartAsync(FakeBehaviours.LooksUp("article-get_paragraph", new JsonObject { ["number"] = 4 }), TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var tool = new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = "article-get_paragraph" } };
        var user = new JsonObject { ["role"] = "user", ["content"] = "Which?" };
        var first = await PostAsync(client, model, new JsonObject { ["messages"] = new JsonArray(user), ["tools"] = new JsonArray(tool) });
        var call = first["choices"]![0]!["message"]!.AsObject();
        Assert.Equal("tool_calls", first["choices"]![0]!["finish_reason"]!.GetValue<string>());

        var result = new JsonObject { ["role"] = "tool", ["tool_call_id"] = call["tool_calls"]![0]!["id"]!.DeepClone(), ["content"] = Shown };
        var second = await PostAsync(client, model, new JsonObject { ["messages"] = new JsonArray(user.DeepClone(), call.DeepClone(), result), ["tools"] = new JsonArray(tool.DeepClone()) });
        Assert.Contains("harbour bridge", second["choices"]![0]!["message"]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> PostAsync(HttpClient client, FakeModel model, JsonObject body)
    {
        using var response = await client.PostAsJsonAsync(new Uri($"{model.Endpoint}/chat/completions"), body, TestContext.Current.CancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>As much of JSON Schema as the bot uses.</summary>
    private static void AssertFits(JsonObject schema, JsonNode? value)
    {
        switch (schema["type"]!.GetValue<string>())
        {
            case "object":
                var properties = schema["properties"]!.AsObject();
                Assert.Equal(schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).Order(), Assert.IsType<JsonObject>(value).Select(entry => entry.Key).Order());
                Assert.All(value!.AsObject(), entry => AssertFits(properties[entry.Key]!.AsObject(), entry.Value));
                break;
            case "array":
                Assert.All(Assert.IsType<JsonArray>(value), item => AssertFits(schema["items"]!.AsObject(), item));
                break;
            case "integer":
                Assert.Equal(System.Text.Json.JsonValueKind.Number, value!.GetValueKind());
                break;
            default:
                Assert.Equal(System.Text.Json.JsonValueKind.String, value!.GetValueKind());
                break;
        }
    }
}
