using System.Buffers;

namespace Bot.Discord.Gateway;

/// <summary>Collects one payload in pooled memory that grows with it, up to a limit, and shrinks again once it is done with.</summary>
internal sealed class PayloadBuffer(int limit) : IDisposable
{
    private const int Smallest = 4 * 1024;
    private const int LargestKept = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Smallest);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Room for at least one more byte.</summary>
    /// <exception cref="GarbledPayloadException">The limit is reached.</exception>
    public Memory<byte> Free()
    {
        if (Length == _bytes.Length)
        {
            Grow(Length + 1);
        }

        return _bytes.AsMemory(Length);
    }

    public void Advance(int count)
    {
        Length += count;
        Refuse(Length);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Refuse(Length + bytes.Length);
        Grow(Length + bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > LargestKept)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(Smallest);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private void Grow(int needed)
    {
        if (needed <= _bytes.Length)
        {
            return;
        }

        Refuse(needed);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, (int)Math.Min(2L * _bytes.Length, limit)));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }

    private void Refuse(int length)
    {
        if (length > limit)
        {
            throw new GarbledPayloadException("too_large");
        }
    }
}
