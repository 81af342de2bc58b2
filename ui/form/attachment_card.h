// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"

#include <QFrame>
#include <QImage>

#include <functional>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace jz::ui {

class ElidedLabel;
class FindingLines;
class QuietCombo;

/// One attached file: what it looks like, name, size and pages, kind and caption, which pages are printed, what the rules find in
/// it. Holds nothing; what the user does is told as edits of the attachment's properties (attachmentJson()).
class AttachmentCard : public QFrame
{
    Q_OBJECT

public:
    /// What is dragged to change the order: the name of the file, in UTF-8.
    static QString mimeType() { return QStringLiteral("application/x-juanzong-attachment"); }

    AttachmentCard(const Field& field, const QString& name, QWidget* parent);

    const QString& name() const { return m_name; }
    /// Shows the file as the one of that number (1 …) of so many. `pages` is how many it has, 0 while that is not known.
    void show(const Attachment& file, int number, int count, int pages);
    /// Its first page as the file has it; null for a file that has no picture.
    void setPreview(const QImage& picture, bool isPdf);
    void setReadOnly(bool readOnly);
    void setFindings(const Findings& findings);
    /// The control for a property; the caption's for others.
    QWidget* control(const QString& property) const;
    void eachControl(const std::function<void(QWidget*, const QString&)>& adopt) const;
    /// Brings what was typed there into shape.
    void tidy(const QWidget* control);

Q_SIGNALS:
    /// A property has another value; `typed`: key by key.
    void edited(const QString& property, const QJsonValue& value, bool typed);
    void moveWanted(int by);
    void removeWanted();
    void openWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QHBoxLayout* head();
    QHBoxLayout* description();
    QLayout* printing();
    QToolButton* button(const QString& name, QStringView iconName, const QString& words);
    void turn(int by);
    void showPreview();
    void drag();

    const Field& m_field;
    QString m_name;
    int m_number = 0;
    int m_pageCount = 0;
    int m_turn = 0;
    bool m_isPdf = false;
    bool m_readOnly = false;
    QImage m_picture;
    QToolButton* m_preview;
    QLabel* m_handle;
    ElidedLabel* m_title;
    QLabel* m_facts;
    QList<QToolButton*> m_buttons; ///< turn left, turn right, up, down, remove
    QuietCombo* m_kind;
    QLineEdit* m_caption;
    QWidget* m_pagesBox;
    QLineEdit* m_pages;
    QCheckBox* m_inside;
    FindingLines* m_findings;
};

} // namespace jz::ui
