"""One view model per screen or panel; QML knows them as `Sikka.ViewModels`."""
