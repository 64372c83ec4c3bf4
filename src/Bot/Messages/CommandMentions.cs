namespace Bot.Messages;

/// <summary>Slash commands in a text, as something to click on where their ids are known.</summary>
internal sealed class CommandMentions
{
    private volatile IReadOnlyDictionary<string, string> _ids = new Dictionary<string, string>();

    /// <param name="ids">By the names of the commands.</param>
    public void Know(IReadOnlyDictionary<string, string> ids) => _ids = ids;

    /// <param name="command">A command, with its subcommand behind a space, such as <c>article add</c>.</param>
    public string Of(string command) => _ids.TryGetValue(command.Split(' ', 2)[0], out var id) ? $"</{command}:{id}>" : $"`/{command}`";
}
