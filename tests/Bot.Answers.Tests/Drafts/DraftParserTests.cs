using Bot.Answers.Drafts;
using CsCheck;

namespace Bot.Answers.Tests.Drafts;

public sealed class DraftParserTests
{
    private const string Clean = """{"statements":[{"text":"The bridge opens in May.","evidence":[{"paragraph":3,"quote":"opens in May"}]}]}""";

    [Theory]
    [InlineData(Clean)]
    [InlineData("```json\n" + Clean + "\n```")]
    [InlineData("Sure! Paragraph [3] says it {as you asked}:\n" + Clean + "\nLet me know [if] you need more.")]
    [InlineData("<think>maybe {\"statements\":[{\"text\":\"no\",\"evidence\":[]}]}</think>" + Clean)]
    [InlineData("""{"statements":[{"text":"The bridge opens in May.","evidence":[{"paragraph":3,"quote":"opens in May",},],},],}""")]
    [InlineData("""{“statements”:[{“text”:“The bridge opens in May.”,“evidence”:[{“paragraph”:3,“quote”:“opens in May”}]}]}""")]
    [InlineData("""{'statements':[{'text':'The bridge opens in May.','evidence':[{'paragraph':3,'quote':'opens in May'}]}]}""")]
    [InlineData("""{statements: [{text: "The bridge opens in May.", evidence: [{paragraph: "[3]", quote: "opens in May"}]}]}""")]
    [InlineData("""{"statements":[{"text":"The bridge opens in May. [3]","evidence":{"paragraph":"P3","quote":"opens in May"}}]}""")]
    [InlineData("""{"claims":[{"claim":"The bridge opens in May.","citations":[{"passage":3.0,"text":"opens in May"}]}]}""")]
    [InlineData("""[{"text":"The bridge opens in May.","paragraph":3,"quote":"opens in May"}]""")]
    [InlineData("""{"text":"The bridge opens in May.","evidence":[{"paragraph":3,"quote":"opens in May"}]}""")]
    [InlineData("{\"statements\":[ // first\n{\"text\":\"The bridge opens in May.\",\"evidence\":[{\"paragraph\":3,\"quote\":\"opens in May\"}]}, /* second */ {\"text\":\"The bri")]
    [InlineData("""{"statements":[{"text":"The bridge opens in May.","evidence":[{"paragraph":3,"quote":"opens in May"},{"paragraph":4,"quote":"was clo""")]
    public void Reads_the_same_draft_from_everything_models_send(string reply)
    {
        var statement = Assert.Single(DraftParser.Parse(reply)!.Statements);

        Assert.Equal("The bridge opens in May.", statement.Text);
        Assert.Equal(new DraftEvidence(3, "opens in May"), statement.Evidence[0]);
    }

    [Theory]
    [InlineData("""{"statements":[{"text":"She said "never again", and left.","evidence":[{"paragraph":1,"quote":"He cried "stop" twice"}]}]}""")]
    [InlineData("""{"statements":[{"text":"She said \"never again\", and left.","evidence":[{"paragraph":1,"quote":"He cried \"stop\" twice"}]}]}""")]
    public void Keeps_quotation_marks_inside_strings_escaped_or_not(string reply)
    {
        var statement = Assert.Single(DraftParser.Parse(reply)!.Statements);

        Assert.Equal("She said \"never again\", and left.", statement.Text);
        Assert.Equal("He cried \"stop\" twice", statement.Evidence[0].Quote);
    }

    [Fact]
    public void Takes_markers_as_evidence_when_there_is_no_other()
    {
        var statement = Assert.Single(DraftParser.Parse("""{"statements":[{"text":"It opens in May [2][5]."}]}""")!.Statements);

        Assert.Equal("It opens in May.", statement.Text);
        Assert.Equal([new DraftEvidence(2, ""), new DraftEvidence(5, "")], statement.Evidence);
    }

    [Theory]
    [InlineData("It opens in May [3].")]
    [InlineData("It opens in May [^3].")]
    [InlineData("It opens in May [P3].")]
    [InlineData("It opens in May [paragraph 3].")]
    [InlineData("It opens in May ¶3.")]
    [InlineData("It opens in May [¶3].")]
    [InlineData("It opens in May【3†source】.")]
    [InlineData("It opens in May【3:0†L1-L4】.")]
    [InlineData("It opens in May (see paragraph 3).")]
    [InlineData("It opens in May<sup>3</sup>.")]
    [InlineData("It opens in May.³")]
    [InlineData("It opens in May.[3](#p3)")]
    public void Takes_marks_of_every_kind_out_and_as_evidence(string text)
    {
        var statement = Assert.Single(DraftParser.Parse(new System.Text.Json.Nodes.JsonObject { ["statements"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["text"] = text }) }.ToJsonString())!.Statements);

        Assert.Equal("It opens in May.", statement.Text);
        Assert.Equal([new DraftEvidence(3, "")], statement.Evidence);
    }

    [Theory]
    [InlineData("The park covers 40 km² of forest.")]
    [InlineData("He spoke of “[the] bridge” (built in 1907).")]
    [InlineData("Article 5 was invoked, [sic] he wrote.")]
    public void Leaves_what_only_looks_like_a_mark(string text) =>
        Assert.Equal(text, Assert.Single(DraftParser.Parse(new System.Text.Json.Nodes.JsonObject { ["statements"] = new System.Text.Json.Nodes.JsonArray(text) }.ToJsonString())!.Statements).Text);

    [Theory]
    [InlineData("{0} Wait. {1}", 1)]
    [InlineData("{1} Wait. {\"statements\":[]}", 0)]
    [InlineData("{0} Wait. {\"statements\":[{\"text\":\"The bri", 1)]
    [InlineData("{1} Form: {\"statements\":[{\"text\":\"...\",\"evidence\":[]}]}", 1)]
    [InlineData("{\"answer\":{1}}", 1)]
    [InlineData("{\"text\":\"One.\",\"evidence\":[]}\n{\"text\":\"Two.\",\"evidence\":[]}", 2)]
    public void The_last_draft_counts(string reply, int statements) =>
        Assert.Equal(statements, DraftParser.Parse(reply.Replace("{0}", "{\"statements\":[{\"text\":\"No.\",\"evidence\":[{\"paragraph\":1,\"quote\":\"no\"}]}]}", StringComparison.Ordinal).Replace("{1}", Clean, StringComparison.Ordinal))!.Statements.Length);

    [Theory]
    [InlineData("""{"statements":[]}""")]
    [InlineData("""{"answerable":false}""")]
    public void Reads_silence_as_a_draft_without_statements(string reply) => Assert.Empty(DraftParser.Parse(reply)!.Statements);

    [Theory]
    [InlineData("")]
    [InlineData("I'm sorry, I can't help with that.")]
    [InlineData("The bridge opens in May [3].")]
    [InlineData("[1, 2, 3]")]
    [InlineData("{\"statements\"")]
    public void Finds_no_draft_where_there_is_none(string reply) => Assert.Null(DraftParser.Parse(reply));

    [Fact]
    public void Survives_a_million_brackets_and_a_reply_without_end()
    {
        Assert.Null(DraftParser.Parse(new string('[', 1_000_000)));
        Assert.Null(DraftParser.Parse(string.Concat(Enumerable.Repeat("{\"a\":", 200_000))));
        Assert.Null(DraftParser.Parse("{\"statements\":[{\"text\":\"" + new string('x', 2_000_000)));
    }

    [Fact]
    public void Never_throws_and_stays_within_its_limits_whatever_the_text() =>
        Gen.OneOf(
                Gen.String,
                Gen.OneOf("{", "}", "[", "]", "\"", "“", "'", ":", ",", "\\", "\\u12", "statements", "text", "evidence", "quote", "3", " ", "/*", "//", "\ud800")
                    .Array[0, 60].Select(string.Concat),
                Gen.Int[0, Clean.Length].Select(length => Clean[..length]),
                Gen.Select(Gen.Int[0, Clean.Length - 1], Gen.Char).Select((at, c) => Clean[..at] + c + Clean[(at + 1)..]))
            .Sample(reply => DraftParser.Parse(reply) is not { } draft
                || (draft.Statements.Length <= 24 && draft.Statements.All(statement => statement.Text.Length is > 0 and <= 1_500 && statement.Evidence.Length <= 8)));
}
