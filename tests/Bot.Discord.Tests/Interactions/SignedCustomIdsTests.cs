using Bot.Discord.Interactions;
using Bot.Discord.Model;
using CsCheck;

namespace Bot.Discord.Tests.Interactions;

public sealed class SignedCustomIdsTests
{
    private static readonly SignedCustomIds Ids = new("a bot token");
    private static readonly Snowflake Alice = new(1_400_000_000_000_000_001);
    private static readonly Snowflake Bob = new(1_400_000_000_000_000_002);

    private static readonly Gen<string> State = Gen.Char['!', '~'].Array[0, SignedCustomIds.RoomFor("more")].Select(characters => new string(characters));

    [Fact]
    public void What_goes_in_comes_out_and_fits() =>
        Gen.Select(State, Gen.Bool).Sample((state, forAlice) =>
        {
            var id = Ids.Create("more", state, forAlice ? Alice : null);
            return id.Length <= 100 && Ids.TryRead(id, Alice, out var action, out var read) && action == "more" && read == state;
        });

    [Fact]
    public void No_character_can_be_changed_unnoticed() =>
        Gen.Select(State, Gen.Int[0, 99], Gen.Char['!', '~']).Sample((state, position, character) =>
        {
            var id = Ids.Create("more", state).ToCharArray();
            position %= id.Length;
            var same = id[position] == character;
            id[position] = character;

            // The last character of a signature carries two bits that decode to nothing; it is compared as text all the same.
            return Ids.TryRead(new string(id), Alice, out _, out _) == same;
        });

    [Fact]
    public void Nothing_made_up_is_taken() =>
        Gen.String[0, 120].Sample(text => !Ids.TryRead(text, Alice, out _, out _));

    [Fact]
    public void An_id_for_one_person_is_of_no_use_to_another()
    {
        var id = Ids.Create("more", "2", Alice);

        Assert.True(Ids.TryRead(id, Alice, out _, out _));
        Assert.False(Ids.TryRead(id, Bob, out _, out _));
        Assert.False(Ids.TryRead(id, null, out _, out _));
        Assert.False(Ids.TryRead(string.Concat("1", id.AsSpan(1)), Bob, out _, out _));
    }

    [Fact]
    public void Another_secret_does_not_open_it() =>
        Assert.False(new SignedCustomIds("another token").TryRead(Ids.Create("more", "2"), Alice, out _, out _));

    [Fact]
    public void Says_no_when_the_state_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Ids.Create("more", new string('x', SignedCustomIds.RoomFor("more") + 1)));
        Assert.Throws<ArgumentException>(() => Ids.Create("more.less", ""));
    }
}
