global using Kompass.Accounting;
global using Microsoft.AspNetCore.Http;
