using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero;

internal sealed record KompassXeroBuilder(string Name, IServiceCollection Services) : IKompassXeroBuilder;
