namespace Bot.Cli;

/// <summary>One line on standard error that says what is being waited for: on a terminal only, and gone before anything else is written.</summary>
internal sealed class ProgressLine(Terminal terminal) : IDisposable
{
    // Back to the start of the line, and clear it.
    private const string Start = "\r\e[K";

    private bool _isShown;

    /// <summary>Shows the text in place of the one before.</summary>
    public void Show(string text)
    {
        if (terminal.ErrorIsTerminal)
        {
            terminal.Error.Write(Start + text);
            _isShown = true;
        }
    }

    public void Dispose()
    {
        if (_isShown)
        {
            terminal.Error.Write(Start);
        }
    }
}
