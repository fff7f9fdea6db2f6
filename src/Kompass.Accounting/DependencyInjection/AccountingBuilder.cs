using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Accounting;

internal sealed record AccountingBuilder(string Name, IServiceCollection Services) : IAccountingBuilder;
