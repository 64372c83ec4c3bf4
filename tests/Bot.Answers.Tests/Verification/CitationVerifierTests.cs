using System.Collections.Immutable;
using Bot.Answers.Drafts;
using Bot.Answers.Quoting;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Language;
using CsCheck;

namespace Bot.Answers.Tests.Verification;

public sealed class CitationVerifierTests
{
    private static readonly Article Harbour = Read(
        "The port of Varna will close its oldest ferry terminal on 3 March, the city council decided on Tuesday. About 1,200 people work there.",
        "“We will not sell the land,” said Mayor Elena Petrova. She added that the council may ask Brussels for up to 40 million euros.",
        "The opposition leader, Ivan Dimov, called the decision “a slow goodbye to the sea”. Dimov denied that his party had supported the plan in 2019.",
        "Unions expect the ferry company to lose 15% of its revenue, while tourism in the region grew by 8% last year.") with
    {
        Quotations =
        [
            new Quotation(2, 1, 26, "We will not sell the land", ["Elena Petrova"], "Mayor", "said Mayor Elena Petrova", Certainty.Sure),
            new Quotation(3, 52, 78, "a slow goodbye to the sea", ["Ivan Dimov"], "opposition leader", "called", Certainty.Sure),
        ],
        Speakers = [new Speaker("Elena Petrova", ["Petrova"], "Mayor", 1), new Speaker("Ivan Dimov", ["Dimov"], "opposition leader", 1)],
    };

    private readonly CitationVerifier _verifier = new([.. Harbour.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, Harbour, paragraph))]);

    [Theory]
    [InlineData("The city council decided on Tuesday to close the oldest ferry terminal in the port of Varna on 3 March.", 1, "will close its oldest ferry terminal on 3 March")]
    [InlineData("About 1,200 people work at the terminal.", 1, "About 1,200 people work there")]
    [InlineData("Mayor Elena Petrova said the council may ask Brussels for up to 40 million euros.", 2, "the council may ask Brussels for up to 40 million euros")]
    [InlineData("Petrova said: \"We will not sell the land\".", 2, "\"We will not sell the land,\" said Mayor Elena Petrova")]
    [InlineData("Ivan Dimov denied that his party had supported the plan in 2019.", 3, "Dimov denied that his party had supported the plan in 2019")]
    [InlineData("Opposition leader Ivan Dimov called the decision “a slow goodbye to the sea”.", 3, "a slow goodbye to the sea")]
    [InlineData("Ivan Dimov, the leader of the opposition, denied that his party had supported the plan in 2019.", 3, "Dimov denied that his party had supported the plan in 2019")]
    [InlineData("Unions expect the ferry company to lose 15 percent of its revenue.", 4, "Unions expect the ferry company to lose 15% of its revenue")]
    public void Keeps_a_faithful_statement_with_the_stored_words(string text, int paragraph, string quote)
    {
        var check = Check(text, paragraph, quote);

        Assert.Empty(check.Dropped);
        Assert.Equal(QuoteMatch.Find(new QuotableText(Harbour.Paragraphs[paragraph - 1].Text), quote), (check.Citations[0].Start, check.Citations[0].End));
        Assert.All(check.Citations, citation => Assert.Equal((Harbour.Id, paragraph), (citation.ArticleId, citation.Paragraph)));
        Assert.All(check.Citations, citation => Assert.Equal(Harbour.Paragraphs[paragraph - 1].Text[citation.Start..citation.End], citation.Quote));
    }

    [Fact]
    public void Shows_the_articles_marks_not_the_models()
    {
        var check = Check("Petrova said: \"we will not sell the land\".", 2, "'we will not  sell the land'");

        Assert.Equal("We will not sell the land", check.Citations[0].Quote);
        Assert.Equal("Petrova said: \"We will not sell the land\".", check.Kept[0].Text);
    }

    [Fact]
    public void Cites_the_paragraph_where_the_words_stand_when_another_was_named()
    {
        var check = Check("Tourism in the region grew by 8% last year.", 1, "tourism in the region grew by 8% last year");

        Assert.Equal(4, Assert.Single(check.Citations).Paragraph);
        Assert.Single(check.Corrections);
    }

    [Theory]
    [InlineData("The council will sell the land.", 2, "We will sell the land", "does not contain the words")]
    [InlineData("The terminal closes on 3 March.", 9, "", "not shown")]
    [InlineData("About 1,300 people work at the terminal.", 1, "About 1,200 people work there", "1,300")]
    [InlineData("Unions expect the ferry company to lose 8% of its revenue.", 4, "the ferry company to lose 15% of its revenue", "does not say “8”")]
    [InlineData("The port of Burgas will close its oldest ferry terminal on 3 March.", 1, "will close its oldest ferry terminal on 3 March", "Burgas")]
    [InlineData("The port of Varna will not close its oldest ferry terminal on 3 March.", 1, "will close its oldest ferry terminal on 3 March", "not")]
    [InlineData("The port of Varna will close its newest ferry terminal on 3 March.", 1, "will close its oldest ferry terminal on 3 March", "newest")]
    [InlineData("Mayor Elena Petrova said: “We will never leave the sea”.", 2, "We will not sell the land", "quotation marks")]
    [InlineData("The opposition leader, Ivan Dimov, called the decision “a slow goodbye to the”.", 3, "called the decision", "goes on “sea”")]
    [InlineData("Mayor Ivan Dimov denied that his party had supported the plan in 2019.", 3, "Dimov denied that his party had supported the plan in 2019", "does not call Dimov “Mayor”")]
    [InlineData("Elena Petrova, the opposition leader, added that the council may ask Brussels for up to 40 million euros.", 2, "the council may ask Brussels", "does not call Petrova “the opposition leader”")]
    [InlineData("Mayor Emil Popov added that the council may ask Brussels for up to 40 million euros.", 2, "the council may ask Brussels for up to 40 million euros", "Popov")]
    [InlineData("Brussels may ask the council for up to 40 million euros.", 2, "the council may ask Brussels for up to 40 million euros", "the other way round")]
    [InlineData("Ivan Dimov said: “We will not sell the land”.", 2, "We will not sell the land", "Elena Petrova")]
    [InlineData("The ferry company was founded by a Norwegian shipping family in Oslo.", 4, "the ferry company", "Norwegian")]
    public void Drops_what_the_article_does_not_say_and_tells_why(string text, int paragraph, string quote, string reason)
    {
        var check = Check(text, paragraph, quote);

        Assert.Empty(check.Kept);
        Assert.Empty(check.Citations);
        Assert.Contains(reason, Assert.Single(check.Dropped).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Drops_a_statement_without_evidence_and_keeps_the_others_in_order()
    {
        var check = _verifier.Check(new Draft(
        [
            new DraftStatement("The sky is blue.", []),
            new DraftStatement("Tourism in the region grew by 8% last year.", [new DraftEvidence(4, "tourism in the region grew by 8% last year")]),
            new DraftStatement("About 1,200 people work there.", [new DraftEvidence(1, "")]),
        ]));

        Assert.Equal("The sky is blue.", Assert.Single(check.Dropped).Text);
        Assert.Equal([4, 1], check.Citations.Select(citation => citation.Paragraph));
        Assert.Equal([[1], [2]], check.Kept.Select(statement => statement.Citations.ToArray()));
    }

    [Fact]
    public void Whatever_the_draft_every_quote_shown_is_verbatim()
    {
        var words = string.Join(' ', Harbour.Paragraphs.Select(paragraph => paragraph.Text)).Split(' ');
        var quote = Gen.Select(Gen.Int[0, words.Length - 1], Gen.Int[0, 9], Gen.OneOf("", "…", "“", "not", "…", "\ud800"))
            .Select((start, count, extra) => string.Join(' ', words.Skip(start).Take(count).Append(extra).Concat(words.Skip(start + count + 1).Take(count))));
        var statement = Gen.Select(quote, Gen.Int[-1, 6], quote).Select((text, passage, cited) => new DraftStatement(text, [new DraftEvidence(passage < 0 ? null : passage, cited)]));
        statement.Array[1, 4].Sample(statements =>
        {
            var check = _verifier.Check(new Draft([.. statements]));
            return check.Kept.Length + check.Dropped.Length == statements.Length
                && check.Kept.All(kept => kept.Citations.Length > 0 && kept.Citations.All(number => number >= 1 && number <= check.Citations.Length))
                && check.Citations.All(citation => Harbour.Paragraph(citation.Paragraph)!.Text[citation.Start..citation.End] == citation.Quote);
        });
    }

    private CheckedDraft Check(string text, int passage, string quote) => _verifier.Check(new Draft([new DraftStatement(text, [new DraftEvidence(passage, quote)])]));

    private static Article Read(params ReadOnlySpan<string> paragraphs)
    {
        var number = 0;
        var read = ImmutableArray.CreateBuilder<Paragraph>();
        foreach (var paragraph in paragraphs)
        {
            read.Add(new Paragraph(++number, paragraph, null, SentenceSplitter.Split(paragraph)));
        }

        return new Article { Id = "varna001", Title = "Varna closes a terminal", Paragraphs = read.ToImmutable() };
    }
}
