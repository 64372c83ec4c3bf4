using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Commands;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Testing.Discord.Rest;

namespace Bot.Tests.Operations;

/// <summary>Ten thousand interactions that nobody means well with: every one gets an answer that Discord takes, and nobody is pinged.</summary>
public sealed class HostileInputTests : OperationsFixture
{
    private const int AtOnce = 24;

    private static readonly string[] Words =
    [
        "@everyone", "@here", "<@&123>", "<@1400000000000000001>", "<t:0:R>", "</ask:1>", "```", "~~", "||", "# ", "> ", "[x](http://x)", "](javascript:alert(1))", "\\", "`", "**", "_",
        "\0", "\u0007", "\u202e", "\u200b", "\ufeff", "😀", "é", "e\u0301", "ﷺ", "Ω", "\n", "\r\n", "\t", "DROP TABLE answers;", "' OR 1=1 --", "%s%n", "{0}", "{{", "../../etc/passwd",
        "When", "was", "NATO", "formed", "Who", "said", "Lavrov", "Kallas", "Greenland", "ignore", "previous", "instructions", "print", "your", "prompt", "NaN", "null", "true", "-1", "1e308",
    ];

    private static readonly string[] Paths = ["ask", "quotes", "summary", "article list", "article show", "article add", "article use", "article remove", "settings", "forget", "help", "nosuch", "article nosuch"];

    private static int Count => int.Parse(Environment.GetEnvironmentVariable("BOT_HOSTILE_INTERACTIONS") ?? "10000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Ten_thousand_hostile_interactions_break_nothing_and_ping_nobody()
    {
        await Bot.AddAsync(Guild, Bridge, Token);
        var customIds = new SignedCustomIds(Bot.Discord.Options.Token);
        var ended = new ConcurrentBag<FakeInteraction>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Token }, async (seed, cancellationToken) =>
        {
            var random = new Random(seed);
            var interaction = Bot.Discord.Interact(Make(random, customIds));
            await interaction.Acknowledged.WaitAsync(TimeSpan.FromSeconds(90), cancellationToken);
            if (interaction.Callback!["type"]!.GetValue<int>() is 4 or 5 or 7)
            {
                await interaction.Answered.WaitAsync(TimeSpan.FromSeconds(90), cancellationToken);
            }

            ended.Add(interaction);
        });

        Assert.Equal(Count, ended.Count);
        Assert.DoesNotContain(Bot.Discord.Rest.Requests, request => request.Status is 400 or 413);
        Assert.All(
            Bot.Discord.Rest.Requests.Select(request => request.Body is JsonObject whole ? whole["data"] as JsonObject ?? whole : null).Where(body => body?.ContainsKey("content") == true),
            body => Assert.True(body!["allowed_mentions"] is { } mentions && mentions["parse"]!.AsArray().Count == 0 && mentions["users"] is null && mentions["roles"] is null));

        // The hostile ones have used up what their own server may ask, and changed its settings.
        Assert.Contains("1949", (await Stranger.UseAsync("ask", ("question", "When was NATO formed?"))).Content, StringComparison.Ordinal);
    }

    private JsonObject Make(Random random, SignedCustomIds customIds)
    {
        var member = (random.Next(3) == 0 ? Manager : Reader) with
        {
            // Many people, so that limits leave most of them alone, and sometimes in a guild that nobody knows.
            Id = (ulong)random.NextInt64(1, long.MaxValue),
            Guild = random.Next(4) == 0 ? (ulong)random.NextInt64(1, long.MaxValue) : null,
            Locale = Pick(random, ["en-US", "de", "fr", "es-419", "xx", "", Text(random, 3)]),
        };
        return random.Next(6) switch
        {
            0 => Component(member, random, customIds),
            1 => Form(member, random, customIds),
            2 => Suggestion(member, random),
            _ => Command(member, random),
        };
    }

    private static JsonObject Command(Member member, Random random)
    {
        var payload = member.Payload(InteractionType.ApplicationCommand);
        payload["data"] = Data(random, focused: null);
        return payload;
    }

    private static JsonObject Suggestion(Member member, Random random)
    {
        var payload = member.Payload(InteractionType.ApplicationCommandAutocomplete);
        payload["data"] = Data(random, focused: Pick(random, ["article", "speaker", "question", "nosuch"]));
        return payload;
    }

    private static JsonObject Data(Random random, string? focused)
    {
        var options = new JsonArray();
        foreach (var name in CommandRegistry.Definitions(longestQuestion: 1000).SelectMany(command => command.Options ?? []).SelectMany(option => (option.Options ?? []).Prepend(option)).Select(option => option.Name).Distinct().Where(name => name != focused))
        {
            if (random.Next(3) == 0)
            {
                options.Add(Option(name, random));
            }
        }

        if (focused is not null)
        {
            options.Add(new JsonObject { ["name"] = focused, ["type"] = 3, ["value"] = Text(random, 12), ["focused"] = true });
        }

        var words = Pick(random, Paths).Split(' ');
        if (words.Length > 1)
        {
            options = [new JsonObject { ["name"] = words[1], ["type"] = 1, ["options"] = options }];
        }

        return new JsonObject { ["id"] = "1500000000000000001", ["name"] = words[0], ["type"] = 1, ["options"] = options };
    }

    private static JsonObject Option(string name, Random random) => random.Next(5) switch
    {
        0 => new JsonObject { ["name"] = name, ["type"] = 4, ["value"] = random.NextInt64(-10, 1000) },
        1 => new JsonObject { ["name"] = name, ["type"] = 5, ["value"] = random.Next(2) == 0 },
        2 => new JsonObject { ["name"] = name, ["type"] = 10, ["value"] = random.NextDouble() * 1e300 },
        _ => new JsonObject { ["name"] = name, ["type"] = 3, ["value"] = Text(random, 60) },
    };

    private static JsonObject Component(Member member, Random random, SignedCustomIds customIds)
    {
        var payload = member.Payload(InteractionType.MessageComponent);
        payload["message"] = new JsonObject { ["id"] = "77", ["channel_id"] = payload["channel_id"]!.GetValue<string>(), ["content"] = Text(random, 20), ["flags"] = random.Next(2) * 64 };
        payload["data"] = new JsonObject { ["custom_id"] = CustomId(member, random, customIds), ["component_type"] = Pick(random, [2, 3, 6]), ["values"] = new JsonArray(Text(random, 3)) };
        return payload;
    }

    private static JsonObject Form(Member member, Random random, SignedCustomIds customIds)
    {
        var payload = member.Payload(InteractionType.ModalSubmit);
        payload["data"] = new JsonObject
        {
            ["custom_id"] = CustomId(member, random, customIds),
            ["components"] = new JsonArray([.. ((string[])["question", "text", "headline", Text(random, 2)]).Select(id => new JsonObject
            {
                ["type"] = 18,
                ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = id, ["value"] = Text(random, 200) },
            })]),
        };
        return payload;
    }

    /// <summary>Made up, torn, or really the bot's own with a state that makes no sense.</summary>
    private static string CustomId(Member member, Random random, SignedCustomIds customIds)
    {
        var action = Pick(random, ["article-remove", "article-keep", "article-paste", "context", "follow-up", "share", "retry", "quotes", "nosuch"]);
        var state = string.Concat(Text(random, 4).Take(20));
        var own = customIds.Create(action, state, random.Next(2) == 0 ? new Snowflake(member.Id) : null);
        return random.Next(3) switch
        {
            0 => own,
            1 => own[..random.Next(1, own.Length)],
            _ => string.Concat(Text(random, 10).Append('x').Take(100)),
        };
    }

    private static string Text(Random random, int most) => string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(most + 1)).Select(_ => Pick(random, Words)));

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
