// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/reading/verdict_words.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QTextBrowser;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// The verdict on a file over its pages: a line on the file, a line on the unit's signature, what to do; the details one click away.
/// Never drawn within the page, where a paper could draw its own.
class VerdictPanel : public QFrame
{
    Q_OBJECT

public:
    explicit VerdictPanel(QWidget* parent);

    /// The file is one's own: there is no sender to write to and nobody to trust.
    void setOwn() { m_isOwn = true; }
    /// While the file is being verified.
    void showBusy();
    /// `file`: what the sender calls it.
    void show(const PaperReport& report, const QString& file);
    /// Pages (0-based) that were changed: each a button that leads there.
    void showChangedPages(const QList<int>& pages);
    /// What there is to be written to the sender; empty for nothing.
    const QString& wordsToSender() const { return m_toSender; }

Q_SIGNALS:
    /// The user wants to trust the signer that is not listed yet.
    void trustWanted();
    void pageWanted(int page);

private:
    QPushButton* addAct(const QString& name, const QString& words);

    struct Line
    {
        QLabel* mark;
        QLabel* words;
    };
    Line addLine(const QString& name, QVBoxLayout* layout);
    void fill(const Line& line, const VerdictLine& content);

    Line m_file;
    Line m_seal;
    QLabel* m_remedy;
    QPushButton* m_copy;
    QPushButton* m_trust;
    QWidget* m_changed; ///< the buttons of changed pages
    QString m_toSender;
    bool m_isOwn = false;
    QPushButton* m_more;
    QTextBrowser* m_details;
};

} // namespace jz::ui
