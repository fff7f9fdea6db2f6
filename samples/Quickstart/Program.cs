Console.WriteLine("Not yet furnished.");
