"""python -m factbase"""

from factbase.cli import main

if __name__ == "__main__":
    main()
