using Bot.Articles;

namespace Bot.Search.Tests;

public sealed class PassageIndexTests : IDisposable
{
    private static readonly GuildId Harbour = new(1);
    private static readonly GuildId Mountain = new(ulong.MaxValue);

    private readonly PassageIndex _index = PassageIndex.InMemory();
    private long _sequence;

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Finds_the_paragraph_that_has_the_words()
    {
        Put(Harbour, Make("a", "About ferries", "The ferry leaves at noon.", "Tickets cost forty kroner.", "Dogs travel free."));
        Assert.Equal(("a", 1, 2), Identity(Find(Harbour, "What do the tickets cost?")[0]));
    }

    [Fact]
    public void Finds_other_forms_of_a_word()
    {
        Put(Harbour, Make("a", "Harbour", "The council pledged money.", "Nothing else happened."));
        Assert.Equal(1, Find(Harbour, "pledges by councils")[0].Paragraph);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("who is it?")]
    [InlineData("!!! ??? …")]
    public void Nothing_to_look_for_finds_nothing(string text)
    {
        Put(Harbour, Make("a", "Who is it", "Who is it?"));
        Assert.Empty(Find(Harbour, text));
        Assert.Empty(_index.FindArticles(new PassageQuery(text, Harbour)));
    }

    [Theory]
    [InlineData("ferry AND (")]
    [InlineData("guild:1 OR *:* ferry")]
    [InlineData("\"ferry ~2^ [a TO z] \\")]
    public void Nothing_in_a_question_is_syntax(string text)
    {
        Put(Mountain, Make("m", "Elsewhere", "A ferry in another guild."));
        Put(Harbour, Make("a", "Here", "The ferry leaves at noon."));
        Assert.Equal(["a"], Find(Harbour, text).Select(passage => passage.ArticleId));
    }

    [Fact]
    public void A_question_of_more_words_than_a_query_may_have_is_still_answered()
    {
        Put(Harbour, Make("a", "Here", "The ferry leaves at noon."));
        var text = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"word{i}").Prepend("ferry"));
        Assert.Single(Find(Harbour, text));
    }

    [Fact]
    public void A_guild_finds_its_own_passages_and_everyones_and_no_others()
    {
        Put(Harbour, Make("h", "Harbour", "The ferry of the harbour."));
        Put(Mountain, Make("m", "Mountain", "The ferry of the mountain."));
        Put(GuildId.Everyone, Make("e", "Everyone", "The ferry of everyone."));

        Assert.Equal(["e", "h"], Find(Harbour, "ferry").Select(passage => passage.ArticleId).Order());
        Assert.Equal(["e", "m"], Find(Mountain, "ferry").Select(passage => passage.ArticleId).Order());
        Assert.Equal(["e"], Find(GuildId.Everyone, "ferry").Select(passage => passage.ArticleId));
        Assert.Equal(["e", "h"], _index.FindArticles(new PassageQuery("ferry", Harbour)).Select(article => article.ArticleId).Order());
    }

    [Fact]
    public void A_guilds_own_article_hides_everyones_of_the_same_id()
    {
        Put(GuildId.Everyone, Make("a", "Everyone", "The ferry leaves at noon."));
        Put(Harbour, Make("a", "Own", "The ferry leaves at one.") with { Version = 2 });

        Assert.Equal([(Harbour, 2)], Find(Harbour, "ferry").Select(passage => (passage.Guild, passage.Version)));
        Assert.Equal([(GuildId.Everyone, 1)], Find(Mountain, "ferry").Select(passage => (passage.Guild, passage.Version)));
    }

    [Fact]
    public void Other_guilds_change_neither_the_order_nor_the_scores()
    {
        foreach (var i in Enumerable.Range(0, 5))
        {
            Put(Harbour, Make($"h{i}", "Harbour news", $"The ferry {(i % 2 == 0 ? "leaves" : "waits")} at noon on day {i}.", "Tickets cost forty kroner."));
        }

        Put(GuildId.Everyone, Make("e", "Everyone", "Every ferry needs a crew."));
        Fill(Mountain, "filler", 40);
        var before = Find(Harbour, "When does the ferry leave with its crew?");

        // A word that is rare for one guild becomes common in the index.
        Fill(new GuildId(77), "ferry leaves crew", 60);
        Assert.Equal(before, Find(Harbour, "When does the ferry leave with its crew?"));
    }

    [Fact]
    public void Looks_through_one_article_alone_when_asked_to()
    {
        Put(Harbour, Make("a", "One", "The ferry leaves at noon."));
        Put(GuildId.Everyone, Make("b", "Two", "The ferry leaves at one."));
        Assert.Equal("a", Assert.Single(_index.FindPassages(new PassageQuery("ferry", Harbour) { ArticleId = "a" })).ArticleId);
        Assert.Equal("b", Assert.Single(_index.FindPassages(new PassageQuery("ferry", Harbour) { ArticleId = "b" })).ArticleId);
        Assert.Empty(_index.FindPassages(new PassageQuery("ferry", Mountain) { ArticleId = "a" }));
    }

    [Fact]
    public void A_new_version_takes_the_place_of_the_one_before()
    {
        Put(Harbour, Make("a", "One", "The ferry leaves at noon."));
        Put(Harbour, Make("a", "One", "The train leaves at noon.") with { Version = 2 });
        Assert.Empty(Find(Harbour, "ferry"));
        Assert.Equal(("a", 2, 1), Identity(Find(Harbour, "train")[0]));
    }

    [Fact]
    public void A_removed_article_is_not_found()
    {
        Put(Harbour, Make("a", "One", "The ferry leaves at noon."));
        _index.Remove(Harbour, "a");
        _index.Commit(new LibraryState("library", ++_sequence));
        Assert.Empty(Find(Harbour, "ferry"));
        Assert.Empty(_index.FindArticles(new PassageQuery("ferry", Harbour)));
    }

    [Fact]
    public void Alternatives_count_less_than_the_words_of_the_query()
    {
        Put(Harbour, Make("a", "One", "The boat leaves at noon.", "The ferry leaves at noon.", "The bus leaves at noon."));
        var found = _index.FindPassages(new PassageQuery("ferry", Harbour) { Alternatives = [new Alternative("boat", 0.5f)] });
        Assert.Equal([2, 1], found.Select(passage => passage.Paragraph));
    }

    [Fact]
    public void Paragraphs_of_an_article_about_the_subject_come_before_others_that_mention_it_alike()
    {
        Put(Harbour, Make("a", "Weather", "Rain is likely today.", "The harbour opens late."));
        Put(Harbour, Make("b", "Harbour strike goes on", "Crews stay away.", "The harbour opens late."));
        Assert.Equal("b", Find(Harbour, "harbour opens")[0].ArticleId);
        Assert.Equal("b", _index.FindArticles(new PassageQuery("harbour opens", Harbour))[0].ArticleId);
    }

    [Fact]
    public void An_article_about_the_subject_is_found_by_its_opening_though_no_paragraph_has_the_words()
    {
        Put(Harbour, Make("a", "Weather", "Rain is likely today.", "Sailors talk of the strike."));
        Put(Harbour, Make("b", "Harbour strike goes on", "Crews stay away.", "Nobody knows for how long."));
        Assert.Equal([("b", 1, 1), ("a", 1, 2)], Find(Harbour, "harbour strike").Select(Identity));
    }

    [Fact]
    public void A_long_article_leaves_room_for_others()
    {
        Put(Harbour, Make("a", "Ferry timetable", [.. Enumerable.Repeat("The ferry leaves at noon.", 20)]));
        Put(Harbour, Make("b", "Weather", "Rain is likely today.", "No ferry leaves in a storm."));
        Assert.Contains(_index.FindPassages(new PassageQuery("When does the ferry leave?", Harbour) { Limit = 10 }), passage => passage.ArticleId == "b");
    }

    [Fact]
    public void Words_are_found_where_they_stand_whatever_the_article_is_about_when_asked_so()
    {
        Put(Harbour, Make("a", "Ferry strike over", "The ferry strike is over.", "Crews return."));
        Put(Harbour, Make("b", "Weather", "Rain is likely today and the whole of next week.", "One sailor called the strike a storm in a ferry."));
        var words = new PassageQuery("the strike a storm in a ferry", Harbour);
        Assert.Equal(("b", 1, 2), Identity(_index.FindPassages(words with { ByParagraphAlone = true })[0]));
        Assert.All(_index.FindPassages(words with { ByParagraphAlone = true }), passage => Assert.Equal(0, passage.ArticleScore));
    }

    [Fact]
    public void An_article_scores_the_same_however_it_is_divided_into_paragraphs()
    {
        Put(Harbour, Make("a", "Ferry news", "The ferry leaves at noon. Tickets cost forty kroner. Dogs travel free."));
        Put(Harbour, Make("b", "Weather", "Rain is likely. The harbour opens late. Nothing else is known."));
        Put(Mountain, Make("a", "Ferry news", "The ferry leaves at noon.", "Tickets cost forty kroner.", "Dogs travel free."));
        Put(Mountain, Make("b", "Weather", "Rain is likely.", "The harbour opens late.", "Nothing else is known."));

        Assert.Equal(
            _index.FindArticles(new PassageQuery("ferry tickets late", Harbour)).Select(article => (article.ArticleId, article.Score)),
            _index.FindArticles(new PassageQuery("ferry tickets late", Mountain)).Select(article => (article.ArticleId, article.Score)));
    }

    [Fact]
    public void Equal_scores_come_in_the_order_of_the_article()
    {
        Put(Harbour, Make("a", "One", "Noon ferry.", "Noon ferry.", "Noon ferry."));
        Assert.Equal([1, 2, 3], Find(Harbour, "ferry").Select(passage => passage.Paragraph));
    }

    [Fact]
    public void Only_so_many_guilds_are_kept_open_and_all_are_found()
    {
        const int Guilds = 300;
        var guilds = Enumerable.Range(1, Guilds).Select(i => new GuildId((ulong)i)).ToArray();
        foreach (var guild in guilds)
        {
            _index.Put(guild, Make($"a{guild}", "Ferry", "The ferry leaves at noon."));
        }

        _index.Commit(new LibraryState("library", Guilds));
        foreach (var guild in guilds.Concat(guilds))
        {
            Assert.Equal([$"a{guild}"], Find(guild, "ferry").Select(passage => passage.ArticleId));
            Assert.InRange(_index.OpenGuilds, 1, 256);
        }
    }

    [Fact]
    public void A_change_in_one_guild_leaves_the_others_open()
    {
        Put(Harbour, Make("h", "Harbour", "The ferry leaves at noon."));
        Put(Mountain, Make("m", "Mountain", "The cable car leaves at noon."));
        Find(Harbour, "noon");
        Find(Mountain, "noon");

        Put(Harbour, Make("h2", "Harbour", "The ferry leaves at noon."));
        Assert.Equal(2, _index.OpenGuilds);
        Assert.Equal(["h", "h2"], Find(Harbour, "ferry").Select(passage => passage.ArticleId));
    }

    private void Fill(GuildId guild, string words, int articles)
    {
        foreach (var i in Enumerable.Range(0, articles))
        {
            Put(guild, Make($"{guild}-{i}", words, $"{words} {i}", words));
        }
    }

    private void Put(GuildId guild, Article article)
    {
        _index.Put(guild, article);
        _index.Commit(new LibraryState("library", ++_sequence));
    }

    private Passage[] Find(GuildId guild, string text) => [.. _index.FindPassages(new PassageQuery(text, guild))];

    private static (string, int, int) Identity(Passage passage) => (passage.ArticleId, passage.Version, passage.Paragraph);

    private static Article Make(string id, string title, params string[] paragraphs) => new()
    {
        Id = id,
        Title = title,
        Paragraphs = [.. paragraphs.Select((text, i) => new Paragraph(i + 1, text, null, []))],
    };
}
