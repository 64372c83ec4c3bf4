using static Bot.Articles.Tests.Parsing.ReadingTestText;

namespace Bot.Articles.Tests.Parsing;

public sealed class MarkdownTextTests
{
    [Fact]
    public void Takes_the_words_and_leaves_the_marks()
    {
        var article = Read(
            """
            ---
            author: "Jane Roe"
            date: 2026-01-05
            ---
            # A headline

            By Jane Roe

            OSLO (AP) — A **bold** [link](http://x.example) and `code` &amp; more. Second sentence
            continues on a line.

            ![picture](a.png)

            ## Section one

            > A quoted paragraph here.

            - item one
            - item two

            | a | b |
            |---|---|
            | c | d |

            **Section two**

            Last <b>paragraph</b>.
            """,
            "a.md");
        Assert.Equal(("A headline", "Jane Roe", new DateOnly(2026, 1, 5), "OSLO", "AP"), (article.Title, article.Author, article.Date, article.Dateline, article.Outlet));
        Assert.Equal(
            [
                (null, "OSLO (AP) — A bold link and code & more. Second sentence continues on a line."),
                ("Section one", "A quoted paragraph here."),
                ("Section one", "item one"),
                ("Section one", "item two"),
                ("Section one", "a: c; b: d."),
                ("Section two", "Last paragraph."),
            ],
            article.Paragraphs.Select(paragraph => (paragraph.Section, paragraph.Text)));
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("*a _b ")]
    public void Refuses_nesting_without_end(string unit)
    {
        Assert.Contains("TooDeep", Refusal(string.Concat(Enumerable.Repeat(unit, 100_000)) + " x", "a.md"), StringComparison.Ordinal);
    }
}
