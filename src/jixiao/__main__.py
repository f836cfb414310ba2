"""python -m jixiao: the command line without its start-up script."""

from jixiao.faces.cli import main

if __name__ == "__main__":
    main()
