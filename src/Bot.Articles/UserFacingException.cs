namespace Bot.Articles;

/// <summary>The one exception whose message is written for the person who asked: a plain sentence that says what to do next.</summary>
/// <remarks>Every other exception is shown as a neutral sentence. The message never holds a secret or anybody's words.</remarks>
public sealed class UserFacingException(string message, Exception? innerException = null) : Exception(message, innerException);
