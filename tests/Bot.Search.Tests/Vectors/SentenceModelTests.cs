using Bot.Search.Vectors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Search.Tests.Vectors;

public sealed class SentenceModelTests
{
    [Fact]
    public void A_question_is_encoded_once_for_all_who_need_it()
    {
        using var model = new SentenceModel(NullLogger<SentenceModel>.Instance);
        Assert.Same(model.Question("Who closed the bridge?"), model.Question("Who closed the bridge?"));
        Assert.NotEqual(model.Question("Who closed the bridge?")!.Vector.Components.ToArray(), model.Sentence("Who closed the bridge?")!.Vector.Components.ToArray());
    }

    [Fact]
    public void A_sentence_is_encoded_only_when_it_may_be_and_then_known()
    {
        using var model = new SentenceModel(NullLogger<SentenceModel>.Instance);
        Assert.Null(model.Vector("The bridge was closed.", encode: false));
        var made = model.Vector("The bridge was closed.", encode: true);
        Assert.Equal(made, model.Vector("The bridge was closed.", encode: false));
    }

    [Fact]
    public async Task A_model_that_cannot_be_opened_is_told_of_once_and_everything_goes_by_words()
    {
        var log = new Lines();
        using var model = new SentenceModel(log, "/no/such/folder");
        var source = new VectorSource(model);
        Assert.Null(model.Question("Who closed the bridge?"));
        Assert.Null(model.Sentence("The bridge was closed."));
        Assert.Null(model.Vector("The bridge was closed.", encode: true));
        Assert.Null(source.Embedder);
        Assert.Null(await source.QuestionAsync("Who closed the bridge?", TestContext.Current.CancellationToken));
        Assert.Contains("words alone", Assert.Single(log.All), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_more_is_to_be_done_than_there_are_threads_for_only_what_is_known_is_given()
    {
        using var model = new SentenceModel(NullLogger<SentenceModel>.Instance, folder: null, hasRoom: () => false);
        Assert.Null(model.Question("Who closed the bridge?"));
        Assert.Null(model.Vector("The bridge was closed.", encode: true));

        var room = true;
        using var other = new SentenceModel(NullLogger<SentenceModel>.Instance, folder: null, hasRoom: () => room);
        var known = other.Question("Who closed the bridge?");
        room = false;
        Assert.Same(known, other.Question("Who closed the bridge?"));
    }

    private sealed class Lines : ILogger<SentenceModel>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Add(formatter(state, exception));
    }
}
