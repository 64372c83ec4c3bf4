namespace Bot.Articles;

/// <summary>Something that only whoever runs the bot can mend: the message is a plain English sentence for the command line and the log that says what to change.</summary>
/// <remarks>Members are never told it. The message holds no secret.</remarks>
public sealed class OperatorException(string message, Exception? innerException = null) : Exception(message, innerException);
