using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>How a rig begins.</summary>
internal sealed class RigOptions
{
    /// <summary>Contacts that people entered in Xero before Kompass came.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>Changes the settings before they are saved.</summary>
    public Func<SyncConfiguration, SyncConfiguration> Settings { get; init; } = configuration => configuration;

    /// <summary>False leaves the configuration connected and mapped, and not enabled.</summary>
    public bool Enable { get; init; } = true;

    /// <summary>Overrides the interlock before enabling.</summary>
    public bool OverrideInterlock { get; init; }

    /// <summary>Sets up the emulator, before anybody connects to it.</summary>
    public Action<EmulatorOptions> Xero { get; init; } = _ => { };

    /// <summary>Changes the options of the engine.</summary>
    public Action<SyncOptions> Sync { get; init; } = _ => { };

    /// <summary>The most calls a day that Xero allows.</summary>
    public int CallsPerDay { get; init; } = 5000;
}
