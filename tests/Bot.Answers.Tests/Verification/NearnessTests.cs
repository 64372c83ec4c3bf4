using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Search.Vectors;

namespace Bot.Answers.Tests.Verification;

/// <summary>What a statement means beside its evidence, where its words leave it in doubt.</summary>
public sealed class NearnessTests
{
    private const string Statement = "Commuters were stranded for hours.";

    private static readonly Article Article = ArticleReader.FromParagraphs(
        "News of the day", ["Passengers waited until midnight.", "Nobody told them why.", "The council met on Monday."]);

    [Fact]
    public void It_is_the_cosine_with_the_two_nearest_sentences_together()
    {
        var nearness = Nearness.Of(Statement, Source(Vector(1, 1, 0), Vector(1, 0, 0), Vector(0, 1, 0), Vector(0, 0, 1)), []);

        Assert.Equal(1, nearness!.Value, 0.02);
    }

    [Fact]
    public void Only_what_the_statement_relies_on_counts()
    {
        var nearness = Nearness.Of(Statement, Source(Vector(1, 1, 0), Vector(1, 0, 0), Vector(0, 1, 0), Vector(0, 0, 1)), [false, false, true]);

        Assert.Equal(0, nearness!.Value, 0.02);
    }

    [Fact]
    public void A_statement_without_a_vector_is_judged_by_its_words() =>
        Assert.Null(Nearness.Of(Statement, Source(null, Vector(1, 0, 0), Vector(0, 1, 0), Vector(0, 0, 1)), []));

    [Fact]
    public void The_nearer_a_statement_is_the_likelier_it_is_supported()
    {
        var near = Support.Judge(Statement, Source(Vector(1, 0, 0), Vector(1, 0, 0), Vector(1, 0, 0), Vector(0, 0, 1)), []);
        var far = Support.Judge(Statement, Source(Vector(1, 0, 0), Vector(0, 1, 0), Vector(0, 1, 0), Vector(0, 0, 1)), []);

        Assert.True(near.Sentences[0].LogOdds < far.Sentences[0].LogOdds);
    }

    [Fact]
    public void No_meaning_makes_up_for_a_name_that_is_not_there() =>
        Assert.False(Support.Judge("Commuters in Lisbon were stranded for hours.", Source(Vector(1, 0, 0), Vector(1, 0, 0), Vector(1, 0, 0), Vector(1, 0, 0)), []).Holds);

    private static SourceText Source(UnitVector? statement, params UnitVector[] sentences) => new(Article.Paragraphs, new Vectors(statement, sentences));

    private static UnitVector Vector(params float[] components) => UnitVector.Of(components);

    private sealed class Vectors(UnitVector? statement, UnitVector[] sentences) : IStatementVectors
    {
        public UnitVector? VectorOf(string text) => statement;

        public UnitVector? VectorOf(Article? article, Paragraph paragraph, int sentence) => sentences[paragraph.Number - 1];
    }
}
