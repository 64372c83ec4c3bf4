namespace Bot;

/// <summary>The one exception whose message a member reads: a plain sentence in the member's language that says what to do next.</summary>
/// <remarks>Every other exception is told as a neutral sentence. The message never holds a secret or anybody's words.</remarks>
public sealed class UserFacingException(string message, Exception? innerException = null) : Exception(message, innerException);
