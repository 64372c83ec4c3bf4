namespace Bot.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie within the checkout.");
        }

        return folder.FullName;
    }
}
