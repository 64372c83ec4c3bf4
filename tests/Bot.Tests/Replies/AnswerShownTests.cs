using Bot.Tests.Hosting;

namespace Bot.Tests.Replies;

/// <summary>What an answer looks like, the same over the gateway and over HTTP.</summary>
public abstract class AnswerShownTests : RepliesFixture
{
    private const string Spending = "How much of their economies will the allies spend on defence by 2035?";

    private const string Sevenfold = "Why will the allies invest 7% of their gross domestic product in defense?";

    [Fact]
    public async Task An_answer_states_with_markers_and_gives_each_citation_a_quiet_line()
    {
        var answer = await Asker.UseAsync("ask", ("question", Spending));

        var lines = answer.Content!.Split('\n');
        Assert.Equal($"-# ❝ {Spending}", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("> The allies would spend", StringComparison.Ordinal) && line.EndsWith(" [1]", StringComparison.Ordinal));
        Assert.StartsWith("-# ✓ word for word · [1] ¶10 · ", lines[^1], StringComparison.Ordinal);
        Assert.EndsWith(" · AP · 1 February 2026", lines[^1], StringComparison.Ordinal);
        Assert.Equal(["Context", "Follow up", "Good", "Bad"], Person.ButtonsOf(answer.Original!));
    }

    [Fact]
    public async Task The_words_that_answer_stand_out_inside_the_quote()
    {
        var answer = await Asker.UseAsync("ask", ("question", "When was NATO formed?"));

        Assert.Contains("**1949**", answer.Content, StringComparison.Ordinal);
        Assert.Contains("1949", (await Asker.PressAsync(answer.Original!, "Context")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_a_container_with_a_bar_whose_colour_says_how_it_turned_out()
    {
        var colours = new List<int>();
        foreach (var question in (string[])[Spending, Sevenfold, "Who won the football world cup in Brazil?"])
        {
            var answer = await Asker.UseAsync("ask", ("question", question));
            var container = answer.Original!["components"]!.AsArray()[0]!;
            Assert.Equal(17, container["type"]!.GetValue<int>());
            Assert.Null(answer.Original["content"]);
            colours.Add(container["accent_color"]!.GetValue<int>());
        }

        Assert.Equal(3, colours.Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_refuses_components_gets_the_same_as_plain_text()
    {
        var made = await Asker.UseAsync("ask", ("question", Spending));
        Hosted.Discord.Rest.RefusesLayouts = true;
        foreach (var _ in Enumerable.Range(0, 4))
        {
            var plain = await Asker.UseAsync("ask", ("question", Spending));
            Assert.Equal(made.Content, plain.Original!["content"]!.GetValue<string>());
            Assert.Equal(Person.ButtonsOf(made.Original!), Person.ButtonsOf(plain.Original));
        }

        // After a few it is no longer tried.
        Assert.Equal(3, Hosted.Discord.Rest.Requests.Count(request => request.Status == 400));
    }

    [Theory]
    [InlineData("en-US", "says")]
    [InlineData("de", "sagt")]
    public async Task Articles_that_differ_are_set_beside_each_other(string locale, string says)
    {
        var guild = Hosted.Discord.Options.GuildId.Value;
        await Hosted.AddAsync(guild, "Ferry hits pier\n\nPolice said 12 people were hurt when the ferry hit the pier in Lindhaven.\n", Token);
        await Hosted.AddAsync(guild, "A day after the ferry\n\nThe ferry hit the pier in Lindhaven and 15 people were hurt, the hospital said.\n", Token);

        var answer = await new Person(Hosted, Token) { Locale = locale }.UseAsync("ask", ("question", "How many people were hurt when the ferry hit the pier in Lindhaven?"));

        var line = Assert.Single(answer.Content!.Split('\n'), line => line.StartsWith("⚖ ", StringComparison.Ordinal));
        Assert.Contains($" {says} 12", line, StringComparison.Ordinal);
        Assert.Contains($" {says} 15", line, StringComparison.Ordinal);
        Assert.Matches(@"\[[12]\]\[[12]\]$", line);
    }

    [Theory]
    [InlineData("en-US", "The article says otherwise: “5%”, not “7%”.", "¶9", "· 1 February 2026")]
    [InlineData("de", "Im Artikel steht es anders: „5%“, nicht „7%“.", "¶9", "· 1. Februar 2026")]
    [InlineData("fr", "L’article dit autre chose : «\u00A05%\u00A0», et non «\u00A07%\u00A0».", "¶9", "· 1er février 2026")]
    [InlineData("es-ES", "El artículo dice otra cosa: «5%», no «7%».", "¶9", "· 1 de febrero de 2026")]
    public async Task What_a_question_takes_for_granted_and_the_article_contradicts_is_shown_with_its_passage(string locale, string sentence, string place, string state)
    {
        var person = new Person(Hosted, Token) { Locale = locale };
        var answer = await person.UseAsync("ask", ("question", Sevenfold));

        var lines = answer.Content!.Split('\n');
        Assert.Equal($"-# ❝ {Sevenfold}", lines[0]);
        Assert.Equal($"**{sentence}**", lines[1]);
        Assert.StartsWith("> ", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(" [1]", lines[2], StringComparison.Ordinal);
        Assert.Contains("**5%** of their gross domestic product", lines[2], StringComparison.Ordinal);
        Assert.Contains("· [1] ", lines[3], StringComparison.Ordinal);
        Assert.Contains(place, lines[3], StringComparison.Ordinal);
        Assert.EndsWith(state, lines[3], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        Assert.Equal(4, Person.ButtonsOf(answer.Original!).Count);
    }

    [Fact]
    public async Task Whoever_is_quoted_is_named_beside_the_words()
    {
        var answer = await Asker.UseAsync("ask", ("question", "What did Kaja Kallas say about Russia?"));

        Assert.Contains(" Kaja Kallas · ", answer.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "-# ✓ wörtlich · [1] ¶10 · ", "· 1. Februar 2026")]
    [InlineData("fr", "-# ✓ mot pour mot · [1] ¶10 · ", "· 1er février 2026")]
    [InlineData("es-ES", "-# ✓ palabra por palabra · [1] ¶10 · ", "· 1 de febrero de 2026")]
    public async Task Around_the_quotes_the_persons_language_is_spoken(string locale, string place, string state)
    {
        var answer = await new Person(Hosted, Token) { Locale = locale }.UseAsync("ask", ("question", Spending));

        Assert.Contains("by 2035", answer.Content, StringComparison.Ordinal);
        Assert.Contains(place, answer.Content, StringComparison.Ordinal);
        Assert.EndsWith(state, answer.Content, StringComparison.Ordinal);
    }
}

public sealed class GatewayAnswerShownTests : AnswerShownTests
{
    private protected override bool OverHttp => false;
}

public sealed class HttpAnswerShownTests : AnswerShownTests
{
    private protected override bool OverHttp => true;
}
