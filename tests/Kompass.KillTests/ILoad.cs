using Kompass.Accounting;

namespace Kompass.Kills;

/// <summary>What one organisation of Kompass holds in a life.</summary>
internal interface ILoad
{
    /// <summary>The clients of a life, from 1, each with the life in which it last changed.</summary>
    IEnumerable<(Client Record, int ChangedIn)> Clients(int life);

    /// <summary>The documents of a life, each with the life in which it last changed.</summary>
    IEnumerable<(Invoice Record, int ChangedIn)> Documents(int life);
}
