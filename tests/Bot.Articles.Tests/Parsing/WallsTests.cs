using static Bot.Articles.Tests.Parsing.ReadingTestText;

namespace Bot.Articles.Tests.Parsing;

/// <summary>What sites put in front of an article, in <c>Walls</c>: never taken for one, and it is known what it was.</summary>
public sealed class WallsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Parsing", "Walls");

    [Theory]
    [InlineData("cloudflare", "WantsProofOfHuman")]
    [InlineData("press-hold", "WantsProofOfHuman")]
    [InlineData("datadome", "WantsProofOfHuman")]
    [InlineData("akamai", "RefusesToShow")]
    [InlineData("robot-question", "WantsProofOfHuman")]
    [InlineData("slide-puzzle", "WantsProofOfHuman")]
    [InlineData("ddos-guard", "WantsProofOfHuman")]
    [InlineData("consent", "WantsConsent")]
    [InlineData("consent-de", "WantsConsent")]
    [InlineData("paywall-jsonld", "Paywall")]
    [InlineData("paywall-text", "Paywall")]
    [InlineData("paywall-fr", "Paywall")]
    [InlineData("login", "Paywall")]
    [InlineData("app", "NeedsScripts")]
    [InlineData("region", "RefusesToShow")]
    [InlineData("missing-page", "PageGone")]
    public void Is_refused_with_the_reason(string name, string reason)
    {
        var refusal = Refusal(File.ReadAllBytes(Path.Combine(Folder, $"{name}.html")), "page.html");

        Assert.Equal(reason, refusal);
    }

    [Fact]
    public void Every_wall_is_asked_for() => Assert.Equal(
        Directory.GetFiles(Folder, "*.html").Length,
        typeof(WallsTests).GetMethod(nameof(Is_refused_with_the_reason))!.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Length);
}
