package dev.identityexplorer.catalogue;

/**
 * A file of the catalogue is missing or says something that it must not. The message is a full sentence that names
 * the file and, where there is one, the row. Since the files come with the product, only a change to them causes it.
 */
public final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogueException(String message) {
        super(message);
    }

    CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
