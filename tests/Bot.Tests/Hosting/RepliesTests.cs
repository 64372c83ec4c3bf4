using System.Text.Json.Nodes;
using Bot.Articles;
using Bot.Discord.Interactions;
using Bot.Testing.Discord.Rest;

namespace Bot.Tests.Hosting;

/// <summary>What a person sees and presses, the same over the gateway and over HTTP.</summary>
public abstract class RepliesTests : IAsyncLifetime
{
    private const string Spending = "How much of their economies will the allies spend on defence by 2035?";

    private const string Sevenfold = "Why will the allies invest 7% of their gross domestic product in defense?";

    private const string Disputed = """
        Bridge sold

        The council of Norwick sold the old bridge on Monday.

        “We think that nobody asked the fishermen what they thought,” said Anna Olsen, who leads the anglers’ club.

        Former mayor Karl Brandt did not say “I have sold the bridge twice,” as a leaflet had claimed.

        The leaflet’s author, Vera Winter, said that Judge Hugo Marr had called the harbour “a swamp with a flag on it.”

        """;

    private HostedBot _bot = null!;
    private Person _person = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected abstract bool OverHttp { get; }

    public async ValueTask InitializeAsync()
    {
        _bot = await HostedBot.StartAsync(Token, OverHttp);
        _person = new Person(_bot, Token);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Discord.Rest.Violations);
        Assert.All(
            _bot.Discord.Rest.Requests.Where(request => request.Body is JsonObject body && (body.ContainsKey("content") || body.ContainsKey("components"))),
            request => Assert.Empty(request.Body!["allowed_mentions"]!["parse"]!.AsArray()));
        await _bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_answer_states_with_markers_and_gives_each_citation_a_quiet_line()
    {
        var answer = await _person.UseAsync("ask", ("question", Spending));

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
        var answer = await _person.UseAsync("ask", ("question", "When was NATO formed?"));

        Assert.Contains("**1949**", answer.Content, StringComparison.Ordinal);
        Assert.Contains("1949", (await _person.PressAsync(answer.Original!, "Context")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_a_container_with_a_bar_whose_colour_says_how_it_turned_out()
    {
        var colours = new List<int>();
        foreach (var question in (string[])[Spending, Sevenfold, "Who won the football world cup in Brazil?"])
        {
            var answer = await _person.UseAsync("ask", ("question", question));
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
        var made = await _person.UseAsync("ask", ("question", Spending));
        _bot.Discord.Rest.RefusesLayouts = true;
        foreach (var _ in Enumerable.Range(0, 4))
        {
            var plain = await _person.UseAsync("ask", ("question", Spending));
            Assert.Equal(made.Content, plain.Original!["content"]!.GetValue<string>());
            Assert.Equal(Person.ButtonsOf(made.Original!), Person.ButtonsOf(plain.Original));
        }

        // After a few it is no longer tried.
        Assert.Equal(3, _bot.Discord.Rest.Requests.Count(request => request.Status == 400));
    }

    [Fact]
    public async Task What_the_article_does_not_say_comes_with_questions_that_it_answers()
    {
        var refused = await _person.UseAsync("ask", ("question", "Who won the football world cup in Brazil?"));
        var offered = Person.ButtonsOf(refused.Original!).Take(2).ToList();
        Assert.All(offered, question => Assert.EndsWith("?", question, StringComparison.Ordinal));
        Assert.DoesNotContain("> ", refused.Content, StringComparison.Ordinal);

        var answer = await _person.PressAsync(refused.Original!, offered[0]);
        Assert.Contains($"❝ {offered[0]}", answer.Content, StringComparison.Ordinal);
        Assert.Contains("✓ word for word", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_article_does_not_say_all_can_be_asked()
    {
        await _bot.AddAsync(_bot.Discord.Options.GuildId.Value, "Bridge opens\n\nThe bridge over the Elder was opened on Monday by Mayor Ines Calder.\n", Token);
        var refused = await _person.UseAsync("ask", ("question", "Who opened the bridge over the Elder?"), ("article", "European allies"));
        Assert.Contains("**Not in this article.**", refused.Content, StringComparison.Ordinal);

        var answer = await _person.PressAsync(refused.Original!, "Ask all articles");
        Assert.Contains("Ines Calder", answer.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hi there!")]
    [InlineData("who are you?")]
    public async Task A_greeting_is_answered_with_what_the_bot_can_do_to_the_person_alone(string greeting)
    {
        var told = await _person.UseAsync("ask", ("question", greeting));

        Assert.True(told.IsEphemeral);
        Assert.Contains("</ask:", told.Content, StringComparison.Ordinal);
        Assert.Contains("**Check this quote**", told.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_what_an_article_is_about_it_summarises()
    {
        var overview = await _person.UseAsync("ask", ("question", "tl;dr"));

        Assert.Contains("\n- ", overview.Content, StringComparison.Ordinal);
        Assert.Contains("✓ word for word", overview.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_around_a_question_changes_nothing()
    {
        var bare = await _person.UseAsync("ask", ("question", "When was NATO formed?"));
        var decorated = await _person.UseAsync("ask", ("question", "hey bot, <:pepe:123456789012345678> When was **NATO** formed? thanks! https://example.com/x"));

        Assert.Equal(bare.Content, decorated.Content);
    }

    [Theory]
    [InlineData("🙂", "Your question is empty.")]
    [InlineData("long", "Your question is too long")]
    public async Task What_is_wrong_with_a_question_is_told_alone(string question, string told)
    {
        var refused = await _person.UseAsync("ask", ("question", question == "long" ? new string('x', 1001) : question));

        Assert.True(refused.IsEphemeral);
        Assert.StartsWith(told, refused.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "says")]
    [InlineData("de", "sagt")]
    public async Task Articles_that_differ_are_set_beside_each_other(string locale, string says)
    {
        var guild = _bot.Discord.Options.GuildId.Value;
        await _bot.AddAsync(guild, "Ferry hits pier\n\nPolice said 12 people were hurt when the ferry hit the pier in Lindhaven.\n", Token);
        await _bot.AddAsync(guild, "A day after the ferry\n\nThe ferry hit the pier in Lindhaven and 15 people were hurt, the hospital said.\n", Token);

        var answer = await new Person(_bot, Token) { Locale = locale }.UseAsync("ask", ("question", "How many people were hurt when the ferry hit the pier in Lindhaven?"));

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
        var person = new Person(_bot, Token) { Locale = locale };
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
    public async Task A_contradicted_question_is_so_after_a_restart_too_and_its_passage_can_be_judged()
    {
        var answer = await _person.UseAsync("ask", ("question", Sevenfold), ("private", true));
        await _bot.RestartAsync(Token);

        var wrong = await _person.PressAsync(answer.Original!, "Bad");
        Assert.StartsWith("Thank you. I have noted it", wrong.Content, StringComparison.Ordinal);
        var share = await _person.PressAsync(answer.Original!, "Share");
        await UntilAsync(() => share.FollowUps.Count == 1);
        Assert.StartsWith($"{answer.Content}\n-# Shared by Alice", FakeMessage.TextOf(share.FollowUps[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_quoted_is_named_beside_the_words()
    {
        var answer = await _person.UseAsync("ask", ("question", "What did Kaja Kallas say about Russia?"));

        Assert.Contains(" Kaja Kallas · ", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Context_shows_the_neighbours_to_the_person_alone_with_the_quote_in_bold()
    {
        var answer = await _person.UseAsync("ask", ("question", Spending));
        var context = await _person.PressAsync(answer.Original!, "Context");

        var article = BuiltInArticle.Read();
        Assert.True(context.IsEphemeral);
        Assert.Contains("**The allies would spend as much of their economic output", context.Content, StringComparison.Ordinal);
        Assert.Contains(article.Paragraph(9)!.Text[^40..], context.Content, StringComparison.Ordinal);
        Assert.Contains(article.Paragraph(11)!.Text[..40], context.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_is_asked_in_a_form_and_understood_from_what_came_before()
    {
        var answer = await _person.UseAsync("ask", ("question", "What did Sergey Lavrov say about NATO?"));
        var form = await _person.PressAsync(answer.Original!, "Follow up");
        var followed = await _person.SubmitAsync(form, ("question", "And what did he say about Greenland?"));

        Assert.Contains("-# Read as: What did Lavrov say about Greenland?", followed.Content, StringComparison.Ordinal);
        Assert.False(followed.IsEphemeral);

        var again = await _person.SubmitAsync(await _person.PressAsync(followed.Original!, "Follow up"), ("question", "And what did he say about Europe?"));
        Assert.Contains("-# Read as: What did Lavrov say about Europe?", again.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_answer_is_shared_once_and_by_the_asker_only()
    {
        var answer = await _person.UseAsync("ask", ("question", Spending), ("private", true));
        var before = (JsonObject)answer.Original!.DeepClone();
        var share = await _person.PressAsync(before, "Share");

        Assert.Equal(["Context", "Follow up", "Good", "Bad"], Person.ButtonsOf(share.Original!));
        await UntilAsync(() => share.FollowUps.Count == 1);
        Assert.Equal(0, share.FollowUps[0]["flags"]!.GetValue<int>() & 64);
        Assert.Contains(Spending, FakeMessage.TextOf(share.FollowUps[0]), StringComparison.Ordinal);
        Assert.EndsWith("-# Shared by Alice", FakeMessage.TextOf(share.FollowUps[0]), StringComparison.Ordinal);

        var again = await _person.PressAsync(before, "Share");
        Assert.Equal("This answer has been shared already.", again.Content);
        var stranger = await new Person(_bot, Token) { Id = 1_400_000_000_000_000_999 }.PressAsync(before, "Share");
        Assert.Equal(new InteractionSentences().UnknownButton, stranger.Content);
        Assert.True(again.IsEphemeral && stranger.IsEphemeral);
    }

    [Fact]
    public async Task A_follow_up_to_a_private_answer_stays_private()
    {
        var answer = await _person.UseAsync("ask", ("question", Spending), ("private", true));
        var followed = await _person.SubmitAsync(await _person.PressAsync(answer.Original!, "Follow up"), ("question", "When was NATO formed?"));

        Assert.True(followed.IsEphemeral);
        Assert.Contains("Share", Person.ButtonsOf(followed.Original!));
    }

    [Fact]
    public async Task Opinions_are_taken_and_thanked_for_privately()
    {
        var answer = await _person.UseAsync("ask", ("question", Spending));

        var good = await _person.PressAsync(answer.Original!, "👍");
        Assert.StartsWith("Thank you.", good.Content, StringComparison.Ordinal);
        var wrong = await _person.PressAsync(answer.Original!, "👎");
        Assert.True(good.IsEphemeral && wrong.IsEphemeral);
        Assert.EndsWith("What is wrong?", wrong.Content, StringComparison.Ordinal);
        wrong = await _person.ChooseAsync(wrong.Original!, "1");

        Assert.StartsWith("Thank you. I have noted it", wrong.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_citations_the_wrong_one_is_asked_for_and_each_ones_context_can_be_seen()
    {
        var summary = await _person.UseAsync("summary", ("length", "brief"));

        var wrong = await _person.PressAsync(summary.Original!, "👎");
        Assert.EndsWith("What is wrong?", wrong.Content, StringComparison.Ordinal);
        var chosen = await _person.ChooseAsync(wrong.Original!, "2");
        Assert.StartsWith("Thank you.", chosen.Content, StringComparison.Ordinal);
        Assert.Empty(chosen.Original!["components"]!.AsArray());

        var first = await _person.PressAsync(summary.Original!, "Context");
        var second = await _person.ChooseAsync(first.Original!, "2");
        Assert.Contains("· [1] ¶", first.Content, StringComparison.Ordinal);
        Assert.Contains("· [2] ¶", second.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_point_of_a_summary_has_its_citation()
    {
        var summary = await _person.UseAsync("summary", ("length", "detailed"));

        var text = string.Join('\n', summary.FollowUps.Prepend(summary.Original!).Select(message => FakeMessage.TextOf(message)));
        var points = text.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Assert.InRange(points.Count, 8, 14);
        Assert.All(points, point => Assert.Matches(@" ¶\d+( ¶\d+)*$", point));
        Assert.DoesNotContain("[1]", text, StringComparison.Ordinal);
        Assert.Contains("__Article 5 at stake__", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_that_finds_nothing_about_its_focus_says_so()
    {
        var summary = await _person.UseAsync("summary", ("focus", "*gardening*"));

        Assert.Equal("The article says nothing about \\*gardening\\*.", summary.Content);
    }

    [Fact]
    public async Task Quotes_are_paged_in_one_message()
    {
        var quotes = await _person.UseAsync("quotes");
        Assert.Equal(["Back", "Next"], Person.ButtonsOf(quotes.Original!));
        Assert.Contains(" · Page 1 of ", quotes.Content, StringComparison.Ordinal);

        var next = await _person.PressAsync(quotes.Original!, "Next");
        Assert.Equal(7, next.Callback!["type"]!.GetValue<int>());
        Assert.Contains(" · Page 2 of ", next.Content, StringComparison.Ordinal);
        var back = await _person.PressAsync(next.Original!, "Back");
        Assert.Equal(quotes.Content, back.Content);
    }

    [Fact]
    public async Task Buttons_outlive_the_process()
    {
        var answer = await _person.UseAsync("ask", ("question", Spending));
        var quotes = await _person.UseAsync("quotes");
        await _bot.RestartAsync(Token);

        Assert.Contains("**The allies would spend", (await _person.PressAsync(answer.Original!, "Context")).Content, StringComparison.Ordinal);
        Assert.Contains(" · Page 2 of ", (await _person.PressAsync(quotes.Original!, "Next")).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Context")]
    [InlineData("👍")]
    [InlineData("👎")]
    public async Task A_button_whose_answer_is_gone_says_so(string button)
    {
        await _bot.AddAsync(_bot.Discord.Options.GuildId.Value, "Bridge opens\n\nThe bridge over the Elder was opened on Monday by Mayor Ines Calder.\n", Token);
        var answer = await _person.UseAsync("ask", ("question", "Who opened the bridge over the Elder?"));
        await _bot.RemoveEverythingAsync(_bot.Discord.Options.GuildId.Value, Token);

        var pressed = await _person.PressAsync(answer.Original!, button);
        Assert.True(pressed.IsEphemeral);
        Assert.StartsWith("I no longer have this answer", pressed.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "-# ✓ wörtlich · [1] ¶10 · ", "· 1. Februar 2026")]
    [InlineData("fr", "-# ✓ mot pour mot · [1] ¶10 · ", "· 1er février 2026")]
    [InlineData("es-ES", "-# ✓ palabra por palabra · [1] ¶10 · ", "· 1 de febrero de 2026")]
    public async Task Around_the_quotes_the_persons_language_is_spoken(string locale, string place, string state)
    {
        var answer = await new Person(_bot, Token) { Locale = locale }.UseAsync("ask", ("question", Spending));

        Assert.Contains("by 2035", answer.Content, StringComparison.Ordinal);
        Assert.Contains(place, answer.Content, StringComparison.Ordinal);
        Assert.EndsWith(state, answer.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("He wrote: “fundamentally thanks to Donald J. Trump, NATO is stronger than it ever was.”", "**Word for word.**", "Mark Rutte")]
    [InlineData("\"it has become painfully clear that China will remain a major security threat for the long term\"", "**Not word for word.**", "~~China~~")]
    [InlineData("“bananas are the cornerstone of every lasting peace treaty”", "**Not found.**", "bananas")]
    public async Task A_quote_in_a_message_is_checked_against_the_articles(string message, string verdict, string detail)
    {
        var check = await _person.UseMenuAsync("Check this quote", message);

        Assert.True(check.IsEphemeral);
        Assert.StartsWith(verdict, check.Content, StringComparison.Ordinal);
        Assert.Contains(detail, check.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Former mayor Karl Brandt said “I have sold the bridge twice”", "**Denied.**", "Karl Brandt")]
    [InlineData("Vera Winter said “nobody asked the fishermen what they thought”", "**By somebody else.**", "Anna Olsen")]
    [InlineData("Anna Olsen told us “nobody asked the fishermen what they thought”", "**Word for word.**", "nobody asked")]
    [InlineData("Judge Hugo Marr called the harbour “a swamp with a flag on it”", "**Only claimed.**", "Hugo Marr")]
    public async Task A_quote_is_checked_against_whom_the_article_gives_it_to(string message, string verdict, string detail)
    {
        await _bot.AddAsync(_bot.Discord.Options.GuildId.Value, Disputed, Token);

        var check = await _person.UseMenuAsync("Check this quote", message);

        Assert.StartsWith(verdict, check.Content, StringComparison.Ordinal);
        Assert.Contains(detail, check.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_pair_of_marks_has_its_own_verdict_and_the_words_around_none()
    {
        await _bot.AddAsync(_bot.Discord.Options.GuildId.Value, Disputed, Token);

        var check = await _person.UseMenuAsync("Check this quote", "Olsen, furious: “nobody asked the fishermen what they thought”, and “the fish were never asked either”");

        Assert.Contains("**Word for word.**", check.Content, StringComparison.Ordinal);
        Assert.Contains("**Not found.**", check.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("furious", check.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_message_cannot_be_checked()
    {
        Assert.Equal("There are no words in this message that I could look up.", (await _person.UseMenuAsync("Check this quote", "<:smile:1234567> https://example.com")).Content);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}

public sealed class GatewayRepliesTests : RepliesTests
{
    private protected override bool OverHttp => false;
}

public sealed class HttpRepliesTests : RepliesTests
{
    private protected override bool OverHttp => true;
}
