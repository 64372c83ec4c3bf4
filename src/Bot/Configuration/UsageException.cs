namespace Bot.Configuration;

/// <summary>The command line or the configuration asks for something that cannot be: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
