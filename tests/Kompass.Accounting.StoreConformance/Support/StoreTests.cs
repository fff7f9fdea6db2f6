namespace Kompass.Accounting.StoreConformance;

/// <summary>What the suites of all ports share: a fixture for each test, and a first host over it.</summary>
public abstract class StoreTests(Func<Task<StoreFixture>> create) : IAsyncLifetime
{
    private StoreHost? _host;

    protected static CancellationToken None => CancellationToken.None;

    protected static RemoteOrganisationId Organisation { get; } = new("org-1");

    protected static RemoteOrganisationId OtherOrganisation { get; } = new("org-2");

    protected StoreFixture Fixture { get; private set; } = null!;

    protected StoreHost Host => _host ??= Fixture.Start();

    protected DateTimeOffset Now => Fixture.Clock.GetUtcNow();

    public async Task InitializeAsync() => Fixture = await create();

    public async Task DisposeAsync()
    {
        if (Fixture is not null)
        {
            await Fixture.DisposeAsync();
        }
    }
}
