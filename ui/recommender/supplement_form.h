// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recommendation/supplement.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
QT_END_NAMESPACE

namespace jz::ui {

/// What a supplementary notice asks for, to be filled in: dates of the body's own, copies, further papers, where to, file names, the rest.
class SupplementForm : public QWidget
{
    Q_OBJECT

public:
    SupplementForm(const CallPack& pack, QWidget* parent);

    void setSupplement(const Supplement& supplement);
    /// As it is filled in; what is not asked for here is as it was set.
    Supplement supplement() const;

Q_SIGNALS:
    void edited();

private:
    struct OwnDeadline
    {
        QString of;
        QCheckBox* wanted;
        QDateTimeEdit* at;
    };
    void addDeadline(QFormLayout* form, const QString& of, const QString& words, const QDateTime& latest);
    void addCopies(QFormLayout* form);
    void addFileName(QFormLayout* form);
    QLineEdit* addLine(QFormLayout* form, const char* name, const QString& label, const QString& hint);
    QPlainTextEdit* addText(QFormLayout* form, const char* name, const QString& label, const QString& hint);

    const CallPack& m_pack;
    Supplement m_supplement;
    bool m_setting = false;
    QList<OwnDeadline> m_deadlines;
    QList<std::pair<QString, QSpinBox*>> m_copies; ///< by id of the material
    QPlainTextEdit* m_papers = nullptr;
    QLineEdit* m_mailbox = nullptr;
    QLineEdit* m_address = nullptr;
    QLineEdit* m_fileName = nullptr;
    QPlainTextEdit* m_words = nullptr;
    QLineEdit* m_contact = nullptr;
};

} // namespace jz::ui
