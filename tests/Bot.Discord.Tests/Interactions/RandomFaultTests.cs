using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Testing.Discord.Rest;

namespace Bot.Discord.Tests.Interactions;

public sealed class RandomFaultTests
{
    private const int Count = 1_000;

    /// <summary>Each fault strikes a request of the bot with this probability; together they strike about every fourth.</summary>
    private static readonly (double Probability, FakeFault Fault)[] Faults =
    [
        (0.06, FakeFault.CutBefore),
        (0.06, FakeFault.CutAfter),
        (0.04, FakeFault.With(new FakeAnswer(502, "<html>bad gateway</html>", "text/html"))),
        (0.03, FakeFault.With(new FakeAnswer(500, """{"message":"500: Internal Server Error","code":0}"""))),
        (0.02, FakeFault.With(FakeAnswer.RateLimited(0.02, "shared", remaining: null))),
        (0.02, FakeFault.With(FakeAnswer.RateLimited(0.02))),
        (0.02, FakeFault.With(FakeAnswer.RateLimited(0.02, remaining: 3))),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Nobody_is_left_without_an_answer_or_gets_two_whatever_breaks(int seed)
    {
        var random = new Random(seed);
        var gate = new Lock();
        var handled = 0;
        await using var bot = await WorkerFixture.StartAsync(
            new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
            {
                Interlocked.Increment(ref handled);
                await call.DeferAsync(ephemeral: false, cancellationToken);
                await call.ReplyAsync(new OutgoingMessage { Content = $"answer to {call.Interaction.Id}" }, cancellationToken);
            }),
            new InteractionWorkerOptions { DrainTime = TimeSpan.FromMinutes(2) });
        bot.Discord.Rest.Fault = _ =>
        {
            lock (gate)
            {
                var left = random.NextDouble();
                return Faults.FirstOrDefault(fault => (left -= fault.Probability) < 0).Fault;
            }
        };

        var known = new List<FakeInteraction>();
        for (var number = 0; number < Count; number++)
        {
            var interaction = bot.Interact(bot.Command("ask"));
            known.Add(interaction);
            if (number % 3 == 0)
            {
                bot.Deliver(interaction);
            }

            if (number % 50 == 0)
            {
                await interaction.Answered.WaitAsync(TestContext.Current.CancellationToken);
            }
        }

        await bot.FinishAsync();

        var inChannel = bot.Discord.Rest.Channels.Messages.Select(message => message["content"]!.GetValue<string>()).ToList();
        var answers = known.Select(interaction =>
        {
            var answer = $"answer to {interaction.Id}";
            return (interaction.Content == answer ? 1 : 0) + interaction.FollowUps.Count(message => message["content"]!.GetValue<string>() == answer) + inChannel.Count(text => text == answer);
        }).ToList();
        var told = known.Count(interaction => interaction.Content == new InteractionSentences().Failed);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {seed}: {Count} interactions, {bot.Discord.Rest.Requests.Count} requests, {answers.Count(count => count == 1)} answered, {told} told of a failure, {inChannel.Count} in the channel");
        Assert.Equal(Count, handled);
        Assert.DoesNotContain(answers, count => count > 1);
        Assert.Equal(Count, answers.Sum() + told);
        Assert.InRange(told, 0, Count / 100);
    }
}
