using Bot.Search.Vectors;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Search.Tests.Vectors;

public sealed class SentenceModelTests
{
    // Other tests may keep the processors busy.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void While_others_wait_for_their_turn_a_question_is_read_by_its_words_alone_and_no_vector_is_made()
    {
        var waiting = 1_000;
        using var model = new SentenceModel(NullLogger<SentenceModel>.Instance) { Waiting = () => waiting };
        Assert.Null(model.Question("When did the ferry sink?"));
        Assert.Null(model.Vector("The ferry sank on Monday.", encode: true));

        waiting = 0;
        Assert.True(SpinWait.SpinUntil(() => model.Question("When did the ferry sink?") is not null && model.Vector("The ferry sank on Monday.", encode: true) is not null, Patience));

        waiting = 1_000;
        Assert.NotNull(model.Question("When did the ferry sink?"));
        Assert.NotNull(model.Vector("The ferry sank on Monday.", encode: true));
    }
}
