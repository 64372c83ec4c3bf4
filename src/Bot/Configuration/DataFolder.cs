namespace Bot.Configuration;

/// <summary>Where everything the bot keeps lives: <c>BOT_DATA</c>, or a folder of its own in the user's data folder.</summary>
public static class DataFolder
{
    public const string Variable = "BOT_DATA";

    public static string Of(IConfiguration configuration)
    {
        if (configuration[Variable] is { Length: > 0 } chosen)
        {
            return Path.GetFullPath(chosen);
        }

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data.Length > 0 ? data : AppContext.BaseDirectory, "news-answers");
    }
}
