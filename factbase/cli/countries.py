"""Countries on the command line."""

import click


class Country(click.ParamType[str]):
    """ISO 3166-1 alpha-3, from a code of two or three letters or an English name."""

    name = "country"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from factbase.resolve.countries import country_code  # noqa: PLC0415  50 ms, for who asks

        code = country_code(str(value))
        if code is None:
            self.fail(f"{str(value)!r} is no country: EST, EE or Estonia would be", param, ctx)
        return code
