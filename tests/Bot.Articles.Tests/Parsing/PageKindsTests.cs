using CsCheck;
using static Bot.Articles.Tests.Parsing.ReadingTestText;

namespace Bot.Articles.Tests.Parsing;

/// <summary>What pages really do to an article, kind by kind.</summary>
public sealed class PageKindsTests
{
    private const string First = "The ferry company said on Friday that the night boats to the islands would stop in October, after two winters of losses.";
    private const string Second = "Islanders met in the school of Aldvik and asked the county to pay for one boat a night until a bridge is built.";
    private const string Third = "The county will answer at the end of the month, its chairwoman said, and warned that money was short everywhere.";

    private static readonly string[] Names = ["topic", "author", "player", "tag", "paywall", "comments", "video-link", "social", "print", "meta", "promo", "share"];

    [Theory]
    [MemberData(nameof(NameData))]
    public void A_name_never_cuts_words_out_of_a_sentence(string name)
    {
        var article = Read(Page($"<p>{First}</p><p>Captain <a class=\"{name}\" href=/k>Ida Lund</a>, <span class=\"x-{name} {name}\">who sails the last boat</span>, said that <em>nobody</em> was asked.</p><p>{Third}</p>"), "a.html");
        Assert.Contains("Captain Ida Lund, who sails the last boat, said that nobody was asked.", article.Paragraphs.Select(paragraph => paragraph.Text));
    }

    public static TheoryData<string> NameData => [.. Names];

    [Theory]
    [MemberData(nameof(NameData))]
    public void A_name_never_takes_a_paragraph_of_prose(string name) =>
        Assert.Equal([First, Second, Third], Paragraphs(Page($"<p class=\"{name}\">{First}</p><p>{Second}</p><div class=\"{name}\"><p>{Third}</p></div>")));

    [Fact]
    public void A_kept_paragraph_is_what_its_element_shows_letter_for_letter()
    {
        string[] words = ["harbour", "lorries", "“never”", "Ødegård", "9,000", "don’t", "(again)", "U.S.", "—"];
        string[] tags = ["a", "b", "i", "em", "span", "small", "u", "mark", "time", "cite", "label", "abbr", "button", "font"];
        Gen.Select(Gen.Int[0, words.Length - 1], Gen.Int[-5, tags.Length - 1], Gen.Int[0, Names.Length - 1]).Array[4, 14].Sample(
            pieces =>
            {
                var html = string.Join(' ', pieces.Select(piece => piece.Item2 < 0 ? words[piece.Item1] : $"<{tags[piece.Item2]} class=\"{Names[piece.Item3]}\">{words[piece.Item1]}</{tags[piece.Item2]}>"));
                var text = $"On Monday the council spoke of {string.Join(' ', pieces.Select(piece => words[piece.Item1]))} and of nothing else that anybody could remember.";
                return Paragraphs(Page($"<p>{First}</p><p>On Monday the council spoke of {html} and of nothing else that anybody could remember.</p><p>{Third}</p>")).Contains(text);
            },
            iter: 200);
    }

    [Theory]
    [InlineData("display:none")]
    [InlineData("visibility: hidden")]
    [InlineData("opacity:0.0")]
    [InlineData("font-size:0px")]
    [InlineData("font: 0/0 serif")]
    [InlineData("height:1px;overflow:hidden")]
    [InlineData("max-height:0;overflow-y:hidden")]
    [InlineData("position:fixed;top:-200em")]
    [InlineData("position:absolute;inset:auto auto auto -9999px")]
    [InlineData("text-indent:-5000px")]
    [InlineData("clip:rect(0 0 0 0);position:absolute")]
    [InlineData("clip-path:inset(100%)")]
    [InlineData("color:transparent")]
    [InlineData("color:rgba(10, 10, 10, 0)")]
    [InlineData("color:#fff;background-color:white")]
    [InlineData("transform:scale(0)")]
    [InlineData("transform:translateX(-300vw)")]
    [InlineData("filter:opacity(0)")]
    public void What_a_style_hides_is_not_read(string style)
    {
        Assert.Equal([First, Second, Third], Paragraphs(Page($"<p>{First}</p><p style=\"{style}\">The company went bankrupt on Saturday, as its owner had feared for years.</p><p>{Second}</p><p>{Third}</p>")));
        Assert.Equal(
            [First, Second, Third],
            Paragraphs(Page($"<p>{First}</p><p class=\"q7\">The company went bankrupt on Saturday, as its owner had feared for years.</p><p>{Second}</p><p>{Third}</p>", $".q7 {{ {style} }} .other {{ color: red }}")));
    }

    [Theory]
    [InlineData(".q7{display:none} .q7{display:block}", "")]
    [InlineData("@media print{.q7{display:none}}", "")]
    [InlineData("@media (max-width:600px){.q7{display:none}}", "")]
    [InlineData(".q7{display:none}", "display:block")]
    [InlineData("", "opacity:.9")]
    [InlineData("", "height:0;overflow:visible")]
    [InlineData(".q8 .q7{display:none}", "")]
    public void What_stays_in_sight_is_read(string sheet, string style) =>
        Assert.Equal([First, Second, Third], Paragraphs(Page($"<p>{First}</p><p class=\"q7\" style=\"{style}\">{Second}</p><p>{Third}</p>", sheet)));

    [Theory]
    [InlineData("x<sup>2</sup> + CO<sub>2</sub>", "x2 + CO2")]
    [InlineData("<span class=\"m\"><span style=\"display:none\"><math><mi>a</mi><mo>=</mo><mi>b</mi><annotation encoding=\"application/x-tex\">{\\displaystyle a=b}</annotation></math></span><img src=\"f.svg\" class=\"math-image\" alt=\"a=b\"></span>", "a=b")]
    [InlineData("<math><mi>a</mi><mo>=</mo><mi>b</mi></math>", "a=b")]
    [InlineData("<img src=\"f.png\" class=\"latex\" alt=\"a=b\">", "a=b")]
    [InlineData("<img src=\"f.png\" class=\"tex\" alt=\"{\\displaystyle a=b}\">", "a=b")]
    [InlineData("<script type=\"math/tex\">a=b</script>", "a=b")]
    [InlineData("<span class=\"MathJax\"><nobr>a=b</nobr></span><script type=\"math/tex\">a=b</script>", "a=b")]
    [InlineData("<span class=\"katex\"><span class=\"katex-mathml\"><math><mi>a</mi><mo>=</mo><mi>b</mi></math></span><span class=\"katex-html\" aria-hidden=\"true\">a=b</span></span>", "a=b")]
    [InlineData("a=b<img src=\"boat.jpg\" class=\"photo\" alt=\"A boat\">", "a=b")]
    public void A_formula_in_a_sentence_is_read_once(string formula, string letters) => Assert.Contains(
        $"The clerk wrote {letters} on the board and nobody in the room asked him what it meant or where he had it from.",
        Paragraphs(Page($"<p>{First}</p><p>The clerk wrote {formula} on the board and nobody in the room asked him what it meant or where he had it from.</p><p>{Third}</p>")));

    [Fact]
    public void What_is_left_out_of_a_page_is_told_by_how_much_it_is()
    {
        var others = $"<div><ul>{string.Concat(Enumerable.Range(1, 15).Select(i => $"<li>{Second} So it was said in year {i}.</li>"))}</ul></div>";
        Assert.Equal(0, Read(Page($"<p>{First}</p><p>{Second}</p><p>{Third}</p>"), "a.html").LeftOut);
        Assert.InRange(Read(Page($"<p>{First}</p><p>{Second}</p><p>{Third}</p>").Replace("</body>", $"{others}</body>", StringComparison.Ordinal), "a.html").LeftOut, 0.5, 0.95);
    }

    [Fact]
    public void What_a_page_states_to_be_its_article_is_read_where_it_shows_far_less()
    {
        var body = string.Join("\\n", Enumerable.Range(1, 9).Select(i => $"{First} That was in year {i}."));
        var page = Page($"<p>{First}</p><p>{Second}</p>").Replace("</head>", $"<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"articleBody\":\"{body}\"}}</script></head>", StringComparison.Ordinal);
        Assert.Equal(9, Paragraphs(page).Length);
    }

    [Theory]
    [InlineData("Nobody waits on the quay at night any more (Image: HARBOUR PRESS)")]
    [InlineData("The last boat, seen from the church (Photo by Ida Lund)")]
    [InlineData("Two captains and a dog (NTB photo/Ole Dahl)")]
    [InlineData("Die Boote im Winter (Foto: dpa)")]
    [InlineData("Advert")]
    [InlineData("You may also like…")]
    [InlineData("Filed under: Boats |")]
    [InlineData("Quay writers Ada Lind and Jon Berg contributed to this report.")]
    public void Captions_credits_and_labels_in_plain_boxes_are_no_text(string line) =>
        Assert.Equal([First, Second, Third], Paragraphs(Page($"<p>{First}</p><div>{line}</div><p>{Second}</p><p>{line}</p><p>{Third}</p>")));

    [Theory]
    [InlineData("The company (founded by Ida Lund) will sell the boats, and the money (some of it) goes to the islands.")]
    [InlineData("She showed us a photo (by her son) and said that the boat in it was hers until the bank took it away from her.")]
    [InlineData("Lund contributed to this report of the council with a letter, which the clerk read aloud on Friday.")]
    public void Sentences_that_are_like_captions_are_text(string sentence) =>
        Assert.Equal([First, sentence, Third], Paragraphs(Page($"<p>{First}</p><p>{sentence}</p><p>{Third}</p>")));

    [Fact]
    public void Struck_words_are_out_and_inserted_ones_in() => Assert.Contains(
        "The boat leaves at nine, not at midnight, said the company.",
        Paragraphs(Page($"<p>{First}</p><p>The boat leaves at <s>eight</s><ins>nine</ins>, not at <del>eleven</del>midnight, said the company.</p><p>{Third}</p>")));

    [Theory]
    [InlineData("<blockquote class=\"twitter-tweet\"><p>No boat, no school, no doctor. Think again.</p>&mdash; Ida Lund (@idalund) <a href=x>May 3, 2024</a></blockquote>")]
    [InlineData("<figure class=\"wp-block-embed\"><div><blockquote><p>No boat, no school, no doctor. Think again.</p>&mdash; Ida Lund (@idalund) <a href=x>May 3, 2024</a></blockquote></div></figure>")]
    [InlineData("<div class=\"video-container\"><blockquote><p>No boat, no school, no doctor. Think again.</p>&mdash; Ida Lund (@idalund) <a href=x>May 3, 2024</a></blockquote></div>")]
    [InlineData("<div class=\"social-embed\"><blockquote><p>No boat, no school, no doctor. Think again.</p><footer>Ida Lund (@idalund) May 3, 2024</footer></blockquote></div>")]
    public void A_post_that_is_shown_is_read_with_its_author(string post) =>
        Assert.Equal([First, "No boat, no school, no doctor. Think again.", "— Ida Lund (@idalund) May 3, 2024", Third], Paragraphs(Page($"<p>{First}</p>{post}<p>{Third}</p>")));

    [Fact]
    public void A_quotation_without_marks_gets_those_that_are_shown() =>
        Assert.Contains("“We are not cargo”, said Ida Lund of the boat.", Paragraphs(Page($"<p>{First}</p><p><q>We are not cargo</q>, said Ida Lund of the boat.</p><p>{Third}</p>")));

    [Fact]
    public void Each_row_of_a_table_names_its_columns() => Assert.Equal(
        [First, "Island: Aldvik; People: 310; Boats: 2.", "Island: Storøy; People: 95; Boats: 1.", Third],
        Paragraphs(Page($"<p>{First}</p><figure><table><tr><th>Island<th>People<th>Boats<tr><td>Aldvik<td>310<td>2<tr><td>Storøy<td>95<td>1</table></figure><p>{Third}</p>")));

    [Fact]
    public void A_row_with_a_long_entry_keeps_its_name() => Assert.Equal(
        [First, $"Boat: Aldvik; Story: {First} {Second}", $"Boat: Storøy; Story: {Third}", Third],
        Paragraphs(Page($"<p>{First}</p><table><tr><th>Boat<th>Story<tr><th>Aldvik<td>{First} {Second}<tr><th>Storøy<td>{Third}</table><p>{Third}</p>")));

    [Fact]
    public void Sentences_marked_as_headings_can_be_cited()
    {
        var article = Read(Page($"<h2>Nobody was asked before the boats were sold.</h2><p>{First}</p><h3>What the islands want</h3><h3>One boat a night</h3><p>{Second}</p><p>{Third}</p>"), "a.html");
        Assert.Equal(["Nobody was asked before the boats were sold.", First, Second, Third], article.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal("What the islands want – One boat a night", article.Paragraphs[^1].Section);
    }

    [Fact]
    public void A_question_in_bold_is_a_heading() => Assert.Equal(
        "Why did the boats stop?", Read(Page($"<p>{First}</p><p><b>Why did the boats stop?</b></p><p>{Second}</p>"), "a.html").Paragraphs[^1].Section);

    [Fact]
    public void Lines_of_a_ticker_are_paragraphs() => Assert.Equal(
        ["21:40 The last boat has left", "21:15 Two hundred people wait on the quay", "20:02 Rain, and no announcement from the company yet", "19:30 The doors are open"],
        Paragraphs(Page("<ul><li>21:40 The last boat has left</li><li>21:15 Two hundred people wait on the quay</li><li>20:02 Rain, and no announcement from the company yet</li><li>19:30 The doors are open</li></ul>")));

    [Fact]
    public void Scripts_without_full_stops_are_read() =>
        Assert.Equal(2, Read(Page("<p>ကုမ္ပဏီက ညဘက်သင်္ဘောများကို အောက်တိုဘာလတွင် ရပ်နားမည်ဟု သောကြာနေ့က ပြောကြားခဲ့သည်</p><p>船会社は金曜日に夜の便を十月に取りやめると発表した</p>"), "a.html").Paragraphs.Length);

    [Fact]
    public void A_page_of_teasers_is_no_article()
    {
        var cards = string.Concat(Enumerable.Range(1, 7).Select(i => $"<div><h2><a href=\"/story-{i}\">Boat number {i} leaves for good today</a></h2><p>Story {i} tells why the captain of boat {i} gave up on Friday.</p></div>"));
        Assert.Equal("ListOfArticles", Refusal($"<!doctype html><html><head><title>News</title></head><body><main>{cards}</main></body></html>", "a.html"));
    }

    [Fact]
    public void Nuls_in_a_page_are_passed_over() => Assert.Equal([First, Second, Third], Paragraphs(Page($"<p>{First.Insert(20, "\0")}</p><p>{Second}</p><p>\0{Third}</p>")));

    [Theory]
    [InlineData("<time datetime=\"2024-05-03T23:50:00-05:00\">3 May</time>")]
    [InlineData("<span class=\"date\">3. Mai 2024</span>")]
    [InlineData("<p>Veröffentlicht am Freitag, 03.05.2024 um 14:30 Uhr</p>")]
    [InlineData("<div>Publié le 3 mai 2024 à 10h12</div>")]
    [InlineData("<div>Actualizado: viernes, 3 de mayo de 2024</div>")]
    [InlineData("<div>Pubblicato il 3 maggio 2024</div>")]
    [InlineData("<p>Posted on May 3rd, 2024</p>")]
    public void The_day_at_the_head_is_the_articles_and_no_paragraph(string line)
    {
        var article = Read(Page($"{line}<p>{First}</p><p>{Second}</p><p>{Third}</p>"), "a.html");
        Assert.Equal(new DateOnly(2024, 5, 3), article.Date);
        Assert.Equal([First, Second, Third], article.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void The_day_of_another_article_is_not_this_ones() => Assert.Null(
        Read($"<html><head><title>Boats stop</title></head><body><div class=box><time datetime=2019-07-07>July 7, 2019</time> <a href=/o>An old story about a storm at sea</a></div><article><h1>Boats stop</h1><p>{First}</p><p>{Second}</p></article><div><time datetime=2018-01-01>1 Jan</time><a href=/p>Another story that is long over</a></div></body></html>", "a.html").Date);

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Boats stop\",\"author\":[{\"@type\":\"Organization\",\"name\":\"The Courier\"}]}", "<span class=\"author-link\">Ida Lund</span>")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Boats stop\",\"author\":{\"@type\":\"Person\",\"name\":\"By Ida Lund, CNN\"}}", "")]
    [InlineData("[{\"@type\":\"NewsArticle\",\"headline\":\"Something else\",\"author\":\"Per Holm\"},{\"@type\":\"NewsArticle\",\"headline\":\"Boats stop\",\"author\":\"Ida Lund\"}]", "")]
    [InlineData("{}", "<p class=\"byline\">Von Ida Lund</p>")]
    [InlineData("{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Boats stop\",\"author\":{\"@id\":\"#p\"}},{\"@type\":[\"Person\"],\"@id\":\"#p\",\"name\":\"Ida Lund\"}]}", "")]
    [InlineData("{}", "<p class=\"byline\"><span>By</span><span>Ida Lund</span></p>")]
    [InlineData("{}", "<p class=\"byline\">Ida Lund (Aldvik)</p>")]
    [InlineData("{}", "<a class=\"author\" href=\"/il\">Alle Artikel von Ida Lund</a>")]
    [InlineData("{}", "<div>By <span>Ida Lund</span></div>")]
    [InlineData("{}", "<div class=\"photo-credit\">NTB</div><p>By Ida Lund</p>")]
    [InlineData("{}", "<div class=\"meta\"><a rel=\"author\" href=\"/il\">Ida Lund</a> Staff Writer</div>")]
    public void The_author_is_the_person_who_wrote_it(string json, string line) =>
        Assert.Equal("Ida Lund", Read(Page($"{line}<p>{First}</p><p>{Second}</p><p>{Third}</p>", "", $"<script type=\"application/ld+json\">{json}</script>"), "a.html").Author);

    [Fact]
    public void Who_signs_an_article_beats_the_house_that_the_page_names_to_machines() => Assert.Equal(
        "Ida Lund", Read(Page($"<p class=\"byline\">By Ida Lund</p><p>{First}</p><p>{Second}</p>", "", "<meta name=author content=\"North Harbour Media\">"), "a.html").Author);

    [Fact]
    public void A_page_named_for_its_sidebar_still_has_its_day_and_its_writer()
    {
        var article = Read(Page($"<span class=date>3 May 2024</span><p class=byline>By Ida Lund</p><p>{First}</p><p>{Second}</p>").Replace("<body>", "<body class=\"with-sidebar widgets\">", StringComparison.Ordinal), "a.html");
        Assert.Equal(("Ida Lund", new DateOnly(2024, 5, 3)), (article.Author, article.Date));
    }

    [Theory]
    [InlineData("<time datetime=\"22:13\">10:13 PM</time>")]
    [InlineData("<blockquote><p>No boat, no school.</p>— Ida Lund <a href=x>May 3, 2024</a></blockquote>")]
    public void A_time_alone_and_the_day_of_a_post_are_no_day_of_the_article(string line) => Assert.Null(Read(Page($"{line}<p>{First}</p><p>{Second}</p>"), "a.html").Date);

    [Fact]
    public void A_text_that_a_script_puts_in_its_place_is_read_from_its_template() => Assert.Equal(
        [First, Second, Third], Paragraphs(Page($"<div><script type=\"text/template\"><p>{First}</p><p>{Second}</p><p>{Third}</p></script><noscript>{First}</noscript></div><div><script type=\"text/template\"><p>{Third} Never mind.</p></script></div>")));

    [Fact]
    public void A_short_article_in_a_box_with_its_headline_is_no_furniture() => Assert.Equal(
        [First, Second], Paragraphs($"<html><head><title>Boats stop</title></head><body><div class=\"ads\"><h1>Boats stop</h1><p>{First}</p><p>{Second}</p></div></body></html>"));

    [Theory]
    [InlineData("page")]
    [InlineData("has-comments")]
    public void A_text_whose_paragraphs_are_wrapped_one_by_one_is_not_lost_to_a_box_of_several(string name)
    {
        string[] text = [First, .. Enumerable.Range(1, 9).Select(i => $"{Second} So it was said in year {i}, and nobody wrote it down.")];
        var wrapped = string.Concat(text.Select(paragraph => $"<div><div><div><div><p>{paragraph}</p></div></div></div></div>"));
        var box = string.Concat(Enumerable.Range(1, 3).Select(i => $"<p>Ida Lund has written of boats, lorries and fish for {i} years, and lives on an island, where she was born.</p>"));
        var read = Paragraphs($"<html><head><title>Boats stop</title></head><body class=\"{name}\"><div><h1>Boats stop</h1><div>{wrapped}</div></div><div><div class=about>{box}</div></div></body></html>");
        Assert.Equal(text, read.Intersect(text));
    }

    [Theory]
    [InlineData("<p>Moved to Aldvik.</p>", "Moved to Aldvik.")]
    [InlineData("<h2>No boats today</h2>", "No boats today")]
    public void A_page_that_holds_nothing_besides_may_be_as_short_as_it_likes(string body, string text) =>
        Assert.Equal([text], Paragraphs($"<html><head><title>Notice</title></head><body>{body}</body></html>"));

    [Theory]
    [InlineData("Boats stop | TheCourier", "The Courier")]
    [InlineData("Boats stop - the courier", "The Courier")]
    [InlineData("The Courier: Boats stop", "The Courier")]
    [InlineData("Boats stop", "Boats stop")]
    [InlineData("ARRAY(0x55d1c8)", "The Courier")]
    public void The_headline_is_without_the_site(string title, string site) =>
        Assert.Equal("Boats stop", Read(Page($"<p>{First}</p><p>{Second}</p>", "", $"<meta property=\"og:title\" content=\"{title}\"><meta property=\"og:site_name\" content=\"{site}\">"), "a.html").Title);

    private static string[] Paragraphs(string page) => [.. Read(page, "a.html").Paragraphs.Select(paragraph => paragraph.Text)];

    private static string Page(string body, string sheet = "", string head = "") =>
        $"<!doctype html><html><head><meta charset=utf-8><title>Boats stop</title>{head}<style>{sheet}</style></head><body><nav><a href=/>Home</a></nav><article><h1>Boats stop</h1>{body}</article></body></html>";
}
