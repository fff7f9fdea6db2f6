namespace Kompass.Xero.Emulator;

/// <summary>What a POST without an id does when its name or number belongs to an existing record.</summary>
public enum PostWithoutId
{
    /// <summary>The existing record is overwritten in silence.</summary>
    Overwrites,

    /// <summary>The element is refused.</summary>
    IsRefused,
}
