using static Bot.Articles.Tests.Parsing.ReadingTestText;

namespace Bot.Articles.Tests.Parsing;

/// <summary>What sites put in front of an article, in <c>Walls</c>: never taken for one, and the person is told what it was and what to do.</summary>
public sealed class WallsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Parsing", "Walls");

    [Theory]
    [InlineData("cloudflare", "proof of a human")]
    [InlineData("press-hold", "proof of a human")]
    [InlineData("datadome", "proof of a human")]
    [InlineData("akamai", "refused to show")]
    [InlineData("robot-question", "proof of a human")]
    [InlineData("slide-puzzle", "proof of a human")]
    [InlineData("ddos-guard", "proof of a human")]
    [InlineData("consent", "consent to cookies")]
    [InlineData("consent-de", "consent to cookies")]
    [InlineData("paywall-jsonld", "not subscribed")]
    [InlineData("paywall-text", "not subscribed")]
    [InlineData("paywall-fr", "not subscribed")]
    [InlineData("login", "not subscribed")]
    [InlineData("app", "run its scripts")]
    [InlineData("region", "refused to show")]
    [InlineData("missing-page", "no longer there")]
    public void Is_refused_with_the_reason_and_what_to_do(string name, string reason)
    {
        var refusal = Refusal(File.ReadAllBytes(Path.Combine(Folder, $"{name}.html")), "page.html");

        Assert.Contains(reason, refusal, StringComparison.Ordinal);
        Assert.Matches("(?i)paste|check the address", refusal);
    }

    [Fact]
    public void Every_wall_is_asked_for() => Assert.Equal(
        Directory.GetFiles(Folder, "*.html").Length,
        typeof(WallsTests).GetMethod(nameof(Is_refused_with_the_reason_and_what_to_do))!.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Length);
}
