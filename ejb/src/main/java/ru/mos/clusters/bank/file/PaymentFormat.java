package ru.mos.clusters.bank.file;

/** Files in which a payment order goes to the bank. */
public enum PaymentFormat {
    CLIENT_BANK_1C("windows-1251", "text/plain", "txt"),
    PAIN_001("UTF-8", "application/xml", "xml");

    private final String charset;
    private final String mediaType;
    private final String ending;

    PaymentFormat(String charset, String mediaType, String ending) {
        this.charset = charset;
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** In which the file is written. */
    public String charset() {
        return charset;
    }

    /** Without the charset. */
    public String mediaType() {
        return mediaType;
    }

    /** Of the file's name. */
    public String ending() {
        return ending;
    }

    /** @throws ru.mos.clusters.platform.Problem {@code bank-text-impossible} on text that some file of a bank cannot bear */
    public static void requireWritable(String text) {
        ClientBankWriter.encode(text);
    }

    /** The file with this one order, made at a time of Moscow. */
    public byte[] write(PaymentOrder order, java.time.LocalDateTime sentAt) {
        return this == CLIENT_BANK_1C ? ClientBankWriter.write(order, sentAt) : Pain001Writer.write(order, sentAt);
    }
}
