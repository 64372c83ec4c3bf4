namespace Bot.Configuration;

/// <summary>Where settings come from. Later ones win: <c>appsettings.json</c> beside the program, <c>settings.json</c> in the data folder, user secrets, files of
/// secrets, the environment, the command line. An empty value in a file of secrets or in the environment is none.</summary>
internal static class SettingSources
{
    public const string FileName = "settings.json";

    // Where Docker, Podman and Kubernetes put secrets, one file each; systemd says where. https://systemd.io/CREDENTIALS
    private const string Secrets = "/run/secrets";
    private const string Credentials = "CREDENTIALS_DIRECTORY";

    /// <exception cref="UsageException">A file is there and cannot be read.</exception>
    public static IConfigurationRoot Read(IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        KeyValuePair<string, string?>[] given = [.. commandLine];
        var environment = Filled(new ConfigurationBuilder().AddEnvironmentVariables());
        var folder = DataFolder.Of(new ConfigurationBuilder().AddInMemoryCollection(environment).AddInMemoryCollection(given).Build());
        var files = new ConfigurationBuilder();
        foreach (var secrets in new[] { Secrets, environment.FirstOrDefault(variable => variable.Key == Credentials).Value })
        {
            if (Directory.Exists(secrets))
            {
                files.AddKeyPerFile(secrets, optional: true, reloadOnChange: false);
            }
        }

        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
                .AddJsonFile(Path.Combine(folder, FileName), optional: true, reloadOnChange: false)
                .AddUserSecrets(typeof(SettingSources).Assembly, optional: true, reloadOnChange: false)
                .AddInMemoryCollection(Filled(files))
                .AddInMemoryCollection(environment)
                .AddInMemoryCollection(given)
                .Build();
        }
        catch (InvalidDataException exception)
        {
            // The outer message names the file, the innermost the line.
            throw new UsageException($"{exception.Message} {exception.GetBaseException().Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"A file of settings cannot be read: {exception.Message}");
        }
    }

    private static List<KeyValuePair<string, string?>> Filled(IConfigurationBuilder source) =>
        [.. source.Build().AsEnumerable().Where(setting => !string.IsNullOrEmpty(setting.Value))];
}
