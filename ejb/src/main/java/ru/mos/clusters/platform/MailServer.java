package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.Environment.setting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Properties;

/** The department's mail server, as the environment names it ({@code CLUSTERS_SMTP_HOST}); without one nobody is written to. */
@ApplicationScoped
class MailServer {

    private static final String PATIENCE_MILLIS = "15000";

    boolean isNamed() {
        return !setting("CLUSTERS_SMTP_HOST", "").isEmpty();
    }

    /** @throws MessagingException when the server cannot be reached or does not take the letter */
    void send(String recipient, String subject, String text) throws MessagingException {
        var letter = new MimeMessage(session());
        letter.setFrom(new InternetAddress(setting("CLUSTERS_SMTP_FROM", "clusters@localhost")));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        letter.setSubject(subject, "UTF-8");
        letter.setText(text, "UTF-8");
        letter.setHeader("Auto-Submitted", "auto-generated"); // so that no absence note answers
        Transport.send(letter);
    }

    private static Session session() {
        var user = setting("CLUSTERS_SMTP_USER", "");
        var security = setting("CLUSTERS_SMTP_SECURITY", "none").toLowerCase(Locale.ROOT);
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", setting("CLUSTERS_SMTP_HOST", ""));
        properties.setProperty("mail.smtp.port", setting("CLUSTERS_SMTP_PORT", "25"));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(security.equals("starttls")));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(security.equals("starttls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return Session.getInstance(properties, user.isEmpty() ? null : passwordOf(user));
    }

    private static Authenticator passwordOf(String user) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, setting("CLUSTERS_SMTP_PASSWORD", ""));
            }
        };
    }
}
